import type { ViewLinkState } from '#identity/view-as/open-view.ts';
import { Button } from '#ui/button.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';

export interface ViewAskPageProps {
  frame: Frame;
  as: { readonly name: string; readonly email: string; readonly account: string; readonly agent: string };
  /** The path of the link itself. */
  action: string;
  attempt: string;
  /** Who is signed in in this browser and would be no more; null: nobody. */
  signedInAs: string | null;
}

/** Whom an agent would look as, what that means, and one button. */
export const ViewAskPage = ({ frame, as, action, attempt, signedInAs }: ViewAskPageProps) => {
  const { t, rich } = frame.reader;
  const name = as.name || as.email;
  const { account, agent } = as;
  return (
    <FocusShell frame={frame} title={t('viewAs.ask.title', { name })}>
      <h1>
        <bdi>{t('viewAs.ask.heading', { name })}</bdi>
      </h1>
      <p>
        {rich('viewAs.ask.who', {
          agent: <bdi>{agent}</bdi>,
          brand: frame.brand.name,
          account: <bdi>{account}</bdi>,
          email: <b class="address">{as.email}</b>,
        })}
      </p>
      <p>{t('viewAs.rules')}</p>
      <p>{rich('viewAs.seen', { account: <bdi>{account}</bdi> })}</p>
      {signedInAs !== null && (
        <Notice tone="warning">
          <p>{rich('viewAs.ask.replaces', { email: <b class="address">{signedInAs}</b> })}</p>
        </Notice>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="attempt" value={attempt} />
        <Button look="primary" icon="eye" wide>
          {t('viewAs.ask.confirm', { name })}
        </Button>
      </form>
    </FocusShell>
  );
};

/** Why a link opens nothing. */
export const DeadViewPage = ({ frame, state }: { frame: Frame; state: ViewLinkState }) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('viewAs.dead.title')}>
      <h1>{t('viewAs.dead.title')}</h1>
      <p>{t(`viewAs.dead.${state === 'live' ? 'refused' : state}`)}</p>
    </FocusShell>
  );
};

export const ViewEndedPage = ({ frame }: { frame: Frame }) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('viewAs.ended.title')}>
      <h1>{t('viewAs.ended.title')}</h1>
      <p>{t('viewAs.ended.text')}</p>
    </FocusShell>
  );
};
