import { ButtonLink } from '#ui/button.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';

/** `stale`: again from the product helps; `refused`: this person may not come in; `broken`: the product is set up wrongly, or somebody tried something. */
export type HandOffTrouble = 'stale' | 'refused' | 'broken' | 'looking';

interface HandOffTroublePageProps {
  frame: Frame;
  trouble: HandOffTrouble;
  returnTo: string;
}

/** Why the company's product could not sign somebody in here, and the other way. */
export const HandOffTroublePage = ({ frame, trouble, returnTo }: HandOffTroublePageProps) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t(`handOff.${trouble}.title`)}>
      <h1>{t(`handOff.${trouble}.title`)}</h1>
      <p>{t(`handOff.${trouble}.text`, { brand: frame.brand.name })}</p>
      {trouble === 'looking' ? (
        <ButtonLink href="/" look="primary" wide>
          {t('problem.home')}
        </ButtonLink>
      ) : (
        <ButtonLink href={`/sign-in?by=mail&return_to=${encodeURIComponent(returnTo)}`} look="primary" wide>
          {t('handOff.byMail')}
        </ButtonLink>
      )}
    </FocusShell>
  );
};
