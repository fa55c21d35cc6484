import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendFragment } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { loadDeskNews, newsMost } from '#tickets/desk-list-page.ts';
import { ViewCount } from '#ui/agent-shell.tsx';
import { listHref, readListInput, views } from './list-input.ts';
import { News } from './news.tsx';

/** How many tickets of a view are new or changed since its list was made, and the counts of all views. */
export async function showNews(c: AppContext): Promise<Response> {
  const { view, sort, direction } = readListInput(c.req.query());
  const since = sinceOf(c.req.query('since'), c.get('now'));
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => loadDeskNews(scope, claim, view, since));
  const { reader } = (await agentLook(c, actor)).frame;
  return sendFragment(
    c,
    <>
      <News
        reader={reader}
        count={rows.news}
        more={rows.news === newsMost}
        href={listHref({ view, sort, direction })}
      />
      {views.map((each) => (
        <ViewCount view={each} count={rows.counts[each]} />
      ))}
    </>,
  );
}

/** Nothing is news to who does not say since when. */
function sinceOf(text: string | undefined, now: number): number {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : now;
}
