import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { AskForm } from '#ui/sign-in/sign-in-page.tsx';
import { KeptWords } from '../forms/kept-words.tsx';

interface DeadLinkPageProps {
  frame: Frame;
  state: 'expired' | 'expiredGuest' | 'off' | 'unknown';
  /** Where one comes out after signing in. */
  returnTo: string;
  /** What was written and could not be sent. */
  words: string;
}

/** Why a link opens nothing, and the way in all the same. */
export const DeadLinkPage = ({ frame, state, returnTo, words }: DeadLinkPageProps) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t(`byLink.dead.${state}.title`)}>
      <h1>{t(`byLink.dead.${state}.title`)}</h1>
      <p>{t(`byLink.dead.${state}.text`)}</p>
      {words !== '' && <p>{t('byLink.dead.notSent')}</p>}
      <KeptWords reader={frame.reader} words={words} />
      {state !== 'expiredGuest' && <AskForm frame={frame} returnTo={returnTo} button={t('byLink.dead.send')} />}
    </FocusShell>
  );
};
