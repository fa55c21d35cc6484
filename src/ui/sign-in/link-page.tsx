import type { Child } from 'hono/jsx';
import { Button } from '#ui/button.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { Time } from '#ui/time.tsx';
import { AskForm } from './sign-in-page.tsx';

export interface LinkPageProps {
  frame: Frame;
  email: string;
  /** The path of the link itself. */
  action: string;
  attempt: string;
  /** Where another browser asked: when and roughly where, so that a stranger's link is noticed. */
  elsewhere: { readonly askedAt: number; readonly place: string } | null;
}

/** Who would be signed in where, and one button. Opening it changes nothing: mail scanners open links too. */
export const LinkPage = ({ frame, email, action, attempt, elsewhere }: LinkPageProps) => {
  const { t, rich } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('link.title')}>
      <h1>{t('link.heading', { brand: frame.brand.name })}</h1>
      <p>{rich('link.as', { email: <b class="address">{email}</b> })}</p>
      {elsewhere && (
        <Notice>
          <p>
            <Asked frame={frame} {...elsewhere} /> {t('link.otherBrowser')}
          </p>
        </Notice>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="attempt" value={attempt} />
        <Button look="primary" wide>
          {t('link.confirm')}
        </Button>
      </form>
    </FocusShell>
  );
};

const Asked = ({ frame, askedAt, place }: { frame: Frame; askedAt: number; place: string }): Child => {
  const { rich } = frame.reader;
  const when = <Time at={askedAt} reader={frame.reader} />;
  return <>{place === '' ? rich('link.askedAt', { when }) : rich('link.askedAtNear', { when, place })}</>;
};

export interface DeadLinkPageProps {
  frame: Frame;
  state: 'spent' | 'expired' | 'replaced' | 'unknown' | 'refused';
  email: string;
}

/** Why a link does nothing; only its holder can see this. A new one is a press away. */
export const DeadLinkPage = ({ frame, state, email }: DeadLinkPageProps) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t(`link.${state}.title`)}>
      <h1>{t(`link.${state}.title`)}</h1>
      <p>{t(`link.${state}.text`, { brand: frame.brand.name })}</p>
      {state !== 'refused' && <AskForm frame={frame} returnTo="/" email={email} button={t('link.sendNew')} />}
    </FocusShell>
  );
};
