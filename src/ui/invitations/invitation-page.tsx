import { Button } from '#ui/button.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';

export interface InvitationView {
  /** The company that it leads to. */
  readonly brand: string;
  readonly inviter: string;
  /** Empty: to the agents. */
  readonly account: string;
  readonly email: string;
  readonly role: 'owner' | 'admin' | 'agent' | 'member';
  /** `own`: signed in with the invited address. Another's address: somebody else is. */
  readonly session: 'own' | { readonly email: string } | null;
}

interface InvitationPageProps {
  readonly frame: Frame;
  readonly view: InvitationView;
  /** The path of the link itself. */
  readonly action: string;
  readonly isTooMany?: boolean;
}

/** Who invites whom to what, and one button. Opening it changes nothing: mail scanners open links too. */
export const InvitationPage = ({ frame, view, action, isTooMany = false }: InvitationPageProps) => {
  const { t, rich } = frame.reader;
  const { brand, inviter, account, email, role, session } = view;
  const facts = [
    ...(inviter === '' ? [] : [{ term: t('invitation.by'), value: <bdi>{inviter}</bdi> }]),
    ...(account === '' ? [] : [{ term: t('invitation.workspace'), value: <bdi>{account}</bdi> }]),
    { term: t('invitation.address'), value: <b class="address">{email}</b> },
    { term: t('invitation.role'), value: t(`invitation.role.${role}`) },
  ];
  return (
    <FocusShell frame={frame} title={t('invitation.title')}>
      <h1>{t('invitation.heading', { brand })}</h1>
      {isTooMany && (
        <Notice tone="warning" focus>
          <p>{t('invitation.tooMany')}</p>
        </Notice>
      )}
      <p class="lede">{account === '' ? t('invitation.introAgent', { brand }) : t('invitation.intro')}</p>
      <DefinitionList facts={facts} />
      {session !== null && session !== 'own' && (
        <Notice>
          <p>{rich('invitation.other', { email: <b class="address">{session.email}</b> })}</p>
        </Notice>
      )}
      <p>{session === 'own' ? t('invitation.signedIn') : t('invitation.byMail')}</p>
      <form method="post" action={action}>
        <Button look="primary" wide>
          {session === 'own' ? t('invitation.join', { account }) : t('invitation.accept')}
        </Button>
      </form>
      <p class="hint">{t('invitation.notYou')}</p>
    </FocusShell>
  );
};

interface DeadInvitationPageProps {
  readonly frame: Frame;
  readonly state: 'accepted' | 'withdrawn' | 'expired' | 'unknown';
  readonly action: string;
}

/** Why an invitation opens nothing, and what to do. Whoever accepted it signs in from here. */
export const DeadInvitationPage = ({ frame, state, action }: DeadInvitationPageProps) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t(`invitation.${state}.title`)}>
      <h1>{t(`invitation.${state}.title`)}</h1>
      <p>{t(`invitation.${state}.text`)}</p>
      {state === 'accepted' && (
        <form method="post" action={action}>
          <Button look="primary" wide>
            {t('invitation.accepted.button')}
          </Button>
        </form>
      )}
    </FocusShell>
  );
};
