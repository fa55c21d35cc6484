import { Hono } from 'hono';
import type { AppContext, AppEnv } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { sendFragment, sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { joinRoom, refuseHandshake } from '#live/join.ts';
import { loadRequestList } from '#tickets/portal-list-page.ts';
import { ListPage, ListParts } from './list-page.tsx';
import { listInputOf } from './list-query.ts';
import { listView } from './list-view.ts';

/** Home and what keeps it fresh. */
export const requestListRoutes = new Hono<AppEnv>()
  .get('/', show)
  .get('/requests/updates', showUpdates)
  .get('/live', join);

async function show(c: AppContext): Promise<Response> {
  const { look, actor, list } = await load(c);
  return sendPage(c, look, <ListPage frame={look.frame} actor={actor} list={list} />);
}

/** The pieces that change, for the element around them. */
async function showUpdates(c: AppContext): Promise<Response> {
  const { look, list } = await load(c);
  return sendFragment(c, <ListParts frame={look.frame} list={list} />);
}

async function load(c: AppContext) {
  const input = listInputOf(c.req.query());
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadRequestList(scope, claim, input));
  const look = portalLook(c, actor);
  return { look, actor, list: listView(look.frame.reader, actor, input, rows) };
}

/** A socket that says when the list changed. */
async function join(c: AppContext): Promise<Response> {
  const refused = refuseHandshake(c.req.raw);
  if (refused) return refused;
  const { actor } = await visitAsContact(c, () => ({}));
  const topic = { kind: 'account', accountId: actor.accountId } as const;
  return joinRoom(c.env, c.req.raw, { scope: c.get('scope'), topic, actor, host: c.get('host'), latest: null });
}
