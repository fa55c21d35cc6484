import { run } from '#db/run.ts';
import type { AppContext } from '#http/context.ts';
import { type Look, portalLook } from '#http/frame.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { viewerOf } from '#tickets/access.ts';
import { listPage } from '#tickets/list-page.ts';
import { loadRequestList } from '#tickets/portal-list-page.ts';
import { hasDays, type RequestQuery } from '#tickets/request-query.ts';
import { type ListRows, settleQuery } from './settle-query.ts';

export interface LoadedList {
  readonly look: Look;
  readonly actor: Contact;
  readonly rows: ListRows;
  /** What was asked, as far as it is there. */
  readonly query: RequestQuery;
  /** Not all of it is. */
  readonly isLess: boolean;
}

/** Who asks, and the list that they ask for, in one trip. */
export async function loadList(c: AppContext, asked: RequestQuery): Promise<LoadedList> {
  const guess = portalLook(c).frame.reader.zone;
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadRequestList(scope, claim, asked, guess));
  const look = portalLook(c, actor);
  const { zone } = look.frame.reader;
  const settled = settleQuery(asked, rows, actor, look.frame.reader.t('list.me'));
  if (!hasDays(asked) || zone === guess) return { look, actor, rows, ...settled };
  // Days are the reader's own, and their zone was not known before.
  const scope = c.get('scope');
  const { page } = await run(scope.db, { page: listPage(scope, viewerOf(actor), asked, { zone }) });
  return { look, actor, rows: { ...rows, page }, ...settled };
}
