import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { AskForm } from './sign-in-page.tsx';

/** A newcomer has proven their address, and an admin of the account decides. */
export const AskedPage = ({ frame, email, account }: { frame: Frame; email: string; account: string }) => {
  const { t, rich } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('asked.title')}>
      <h1>{t('asked.title')}</h1>
      <p>{rich('asked.text', { account: <bdi>{account}</bdi> })}</p>
      <p class="hint">{rich('asked.mail', { email: <b class="address">{email}</b> })}</p>
    </FocusShell>
  );
};

/** The invitation fell between the mail and the press. Whoever has access anyway can sign in. */
export const InvitationOverPage = ({ frame, email }: { frame: Frame; email: string }) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('invitation.over.title')}>
      <h1>{t('invitation.over.title')}</h1>
      <p>{t('invitation.over.text')}</p>
      <AskForm frame={frame} returnTo="/" email={email} button={t('signIn.send')} />
    </FocusShell>
  );
};
