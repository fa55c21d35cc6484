import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#http/context.ts';
import { sendFragment, sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { joinRoom, refuseHandshake } from '#live/join.ts';
import { exportList } from './export-list.ts';
import { listHref, readQuery } from './list-address.ts';
import { ListPage, ListParts } from './list-page.tsx';
import { listView } from './list-view.ts';
import { loadList } from './load-list.ts';
import { saidIn, saying } from './said.ts';

/** Home and what keeps it fresh. */
export const requestListRoutes = new Hono<AppEnv>()
  .get('/', show)
  .get('/requests/updates', showUpdates)
  .get('/live', join)
  .post('/requests.csv', exportList);

/** Every list has one address: what is said otherwise, or of what is not there, leads to it. */
async function show(c: AppContext): Promise<Response> {
  const { searchParams } = new URL(c.req.url);
  const said = saidIn(searchParams);
  const asked = readQuery(searchParams);
  const address = saying(listHref(asked), said);
  if (address !== (searchParams.size > 0 ? `/?${searchParams}` : '/')) return c.redirect(address, 303);
  const { look, actor, query, rows, isLess } = await loadList(c, asked);
  if (query !== asked) return c.redirect(saying(listHref(query), isLess ? (said ?? 'dropped') : said), 303);
  const meant = query.words?.isNumber && rows.page.items.find(({ number }) => number === query.words?.number);
  if (meant) return c.redirect(`/requests/${meant.number}`, 303);
  const list = listView(look.frame.reader, actor, query, rows, said === 'dropped');
  return sendPage(c, look, <ListPage frame={look.frame} actor={actor} list={list} said={said} />);
}

/** The pieces that change, for the element around them. */
async function showUpdates(c: AppContext): Promise<Response> {
  const asked = readQuery(new URL(c.req.url).searchParams);
  const { look, actor, query, rows } = await loadList(c, asked);
  if (query !== asked) return c.redirect(listHref(query, '/requests/updates'), 303);
  const list = listView(look.frame.reader, actor, query, rows);
  return sendFragment(c, <ListParts frame={look.frame} list={list} />);
}

/** A socket that says when the list changed. */
async function join(c: AppContext): Promise<Response> {
  const refused = refuseHandshake(c.req.raw);
  if (refused) return refused;
  const { actor } = await visitAsContact(c, () => ({}));
  const topic = { kind: 'account', accountId: actor.accountId } as const;
  return joinRoom(c.env, c.req.raw, { scope: c.get('scope'), topic, actor, host: c.get('host'), latest: null });
}
