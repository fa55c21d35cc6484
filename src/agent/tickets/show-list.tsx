import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { readSearch } from '#lib/search-words.ts';
import { loadDeskList } from '#tickets/desk-list-page.ts';
import { readListInput } from './list-input.ts';
import { ListPage } from './list-page.tsx';
import { longestWaitOf, rowOf } from './list-views.ts';
import { showSearch } from './show-search.tsx';

/** The agents' list: one view of it, fifty tickets a page; or what they search for. */
export async function showList(c: AppContext): Promise<Response> {
  const words = readSearch(c.req.query('q'));
  if (words) return showSearch(c, words);
  const input = readListInput(c.req.query());
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => loadDeskList(scope, claim, input));
  const look = await agentLook(c, actor);
  return sendPage(
    c,
    look,
    <ListPage
      frame={look.frame}
      person={actor}
      input={input}
      counts={rows.counts}
      rows={rows.page.items.map((row) => rowOf(look.frame.reader, input, row))}
      next={rows.page.next}
      longestWait={longestWaitOf(input.view, rows.longestWaiting)}
      madeAt={c.get('now')}
      isNew={!rows.hasContacts}
    />,
  );
}
