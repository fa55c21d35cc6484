import { Button, ButtonLink } from '#ui/button.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { handOffPath } from './path.ts';

interface Person {
  readonly name: string;
  readonly email: string;
}

interface OtherPersonPageProps {
  frame: Frame;
  /** Who is signed in. */
  now: Person;
  /** Whom the hand-off brings. */
  then: Person;
}

/** Asks before one person's session becomes another's. */
export const OtherPersonPage = ({ frame, now, then }: OtherPersonPageProps) => {
  const { t, rich } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('handOff.other.title')}>
      <h1>{t('handOff.other.title')}</h1>
      <p>{rich('handOff.other.now', { email: <b class="address">{now.email}</b> })}</p>
      <p>{rich('handOff.other.then', { brand: frame.brand.name, email: <b class="address">{then.email}</b> })}</p>
      <form method="post" action={`${handOffPath}/continue`}>
        <Button look="primary" wide>
          {t('handOff.other.confirm')}
        </Button>
      </form>
      <ButtonLink href="/" look="quiet" wide>
        {t('handOff.other.stay')}
      </ButtonLink>
      <p class="hint">{t('handOff.other.doubt')}</p>
    </FocusShell>
  );
};
