import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { type LoadedPeople, loadPeople } from '#tickets/people/people-page.ts';
import { requestNumberOf } from '../request-number.ts';
import { PeoplePage } from './people-page.tsx';
import { type PeopleForm, sayings } from './people-view.ts';

/** GET /requests/:number/people */
export async function showPeople(c: AppContext): Promise<Response> {
  const { actor, rows } = await visitPeople(c);
  const said = sayings.find((word) => word === c.req.query('said')) ?? null;
  return peoplePage(c, actor, rows, { said, typed: '' }, 200);
}

/** Everybody who sees the request may see who is on it, unless the tenant wants none of it. */
async function visitPeople(c: AppContext) {
  const number = requestNumberOf(c);
  const seen = await visitAsContact(c, (scope, claim) => loadPeople(scope, claim, number));
  if (!seen.rows.ticket || seen.rows.rules.policy === 'nobody') throw notFound();
  return seen;
}

export function peoplePage(
  c: AppContext,
  actor: Contact,
  rows: LoadedPeople,
  form: PeopleForm,
  status: 200 | 409 | 422,
): Promise<Response> {
  if (!rows.ticket) throw notFound();
  const look = portalLook(c, actor);
  return sendPage(
    c,
    look,
    <PeoplePage frame={look.frame} actor={actor} rows={rows} ticket={rows.ticket} form={form} />,
    status,
  );
}
