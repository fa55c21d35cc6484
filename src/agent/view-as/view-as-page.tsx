import type { Agent } from '#lib/actor.ts';
import { Button } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { ViewCounts } from '../desk-shell.tsx';
import { viewAsPath } from './view-as-form.tsx';

interface ViewAsPageProps {
  frame: Frame;
  actor: Agent;
  counts: ViewCounts;
  whom: {
    readonly contactId: string;
    readonly accountId: string;
    readonly name: string;
    readonly email: string;
    readonly account: string;
    readonly mayEnter: boolean;
  };
  /** The link that was just made; null: none. */
  href: string | null;
}

/** What it means to see the portal as a contact, and the link that leads there. */
export const ViewAsPage = ({ frame, actor, counts, whom, href }: ViewAsPageProps) => {
  const { t } = frame.reader;
  const { account } = whom;
  const name = whom.name || whom.email;
  const title = t('viewAs.title', { name });
  return (
    <AgentPage frame={frame} title={title} actor={actor} counts={counts} current="accounts">
      <PageHead title={title} back={{ href: `/accounts/${whom.accountId}/people/${whom.contactId}`, label: name }} />
      {whom.mayEnter ? (
        <div class="blocks">
          <p>{t('viewAs.what', { account, name })}</p>
          <p>{t('viewAs.rules')}</p>
          <p>{t('viewAs.seen', { account })}</p>
          <div class="actions">
            {href && (
              <a class="button primary" href={href} target="_blank" rel="noopener">
                {t('viewAs.open')}
              </a>
            )}
            <form method="post" action={viewAsPath(whom.accountId, whom.contactId)}>
              <Button look={href ? 'secondary' : 'primary'}>{t(href ? 'viewAs.again' : 'viewAs.make')}</Button>
            </form>
          </div>
          {href && <p class="hint">{t('viewAs.ready')}</p>}
        </div>
      ) : (
        <Notice tone="warning">
          <p>{t('viewAs.noAccess', { name, account })}</p>
        </Notice>
      )}
    </AgentPage>
  );
};
