import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import type { SearchWords } from '#lib/search-words.ts';
import { deskSearchOf, loadDeskSearch } from '#tickets/desk-search-page.ts';
import { ticketHref } from './list-input.ts';
import { SearchPage } from './search-page.tsx';
import { hitOf, readBefore } from './search-view.ts';

/** What agents searched for in all tickets; `#` and a number leads to that one. */
export async function showSearch(c: AppContext, words: SearchWords): Promise<Response> {
  const before = readBefore(c.req.query('before'));
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => loadDeskSearch(scope, claim, { words, before }));
  const { number } = words;
  const numbered =
    number === null || rows.numbered === null
      ? null
      : { number, subject: rows.numbered, href: ticketHref(number, 'open') };
  if (numbered && words.isNumber) return c.redirect(numbered.href, 303);
  const look = await agentLook(c, actor);
  const { hits, ...end } = deskSearchOf(rows);
  return sendPage(
    c,
    look,
    <SearchPage
      frame={look.frame}
      person={actor}
      counts={rows.counts}
      words={words.text}
      hits={hits
        .filter((hit) => !(hit.kind === 'subject' && hit.number === numbered?.number))
        .map((hit) => hitOf(hit, look.frame.reader))}
      numbered={before === null ? numbered : null}
      isFirst={before === null}
      {...end}
    />,
  );
}
