import type { LinkHolder } from '#identity/ticket-links/list-ticket-links.ts';
import type { Agent } from '#lib/actor.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import type { Frame } from '#ui/frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { ViewCounts } from '../desk-shell.tsx';

interface TicketLinksPageProps {
  frame: Frame;
  actor: Agent;
  counts: ViewCounts;
  number: number;
  holders: readonly LinkHolder[];
}

/** Who could open the ticket straight from a mail, and the question whether nobody should. */
export const TicketLinksPage = ({ frame, actor, counts, number, holders }: TicketLinksPageProps) => {
  const { t } = frame.reader;
  const title = t('byLink.agent.title', { number: String(number) });
  const back = { href: `/tickets/${number}`, label: t('byLink.agent.back') };
  return (
    <AgentPage frame={frame} title={title} actor={actor} counts={counts}>
      <PageHead title={title} back={back} />
      {holders.length === 0 ? (
        <p>{t('byLink.agent.none')}</p>
      ) : (
        <div class="blocks">
          <p>{t('byLink.agent.what')}</p>
          <ul>
            {holders.map(({ name, email, links }) => (
              <li>
                <bdi>{t('byLink.agent.holder', { name: name || email, count: links })}</bdi>
              </li>
            ))}
          </ul>
          <ConfirmForm
            says={[t('byLink.agent.later')]}
            action={`/tickets/${number}/link-revocation`}
            label={t('byLink.agent.confirm')}
            cancel={{ href: back.href, label: t('common.cancel') }}
          />
        </div>
      )}
    </AgentPage>
  );
};
