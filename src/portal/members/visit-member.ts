import type { AppContext } from '#http/context.ts';
import { findMember } from '#identity/members/find-member.ts';
import { membersSeeAll } from '#identity/members/see-all.ts';
import { wasRemoved } from '#identity/members/was-removed.ts';
import { notFound } from '#lib/problem.ts';
import { visitAsAdmin } from './visit-as-admin.ts';

/** An admin, and the person of their account whom the address names; somebody without access is not there. */
export async function visitMember(c: AppContext) {
  const visited = await visitMemberOrNot(c);
  if (!visited.member) throw notFound();
  return { ...visited, member: visited.member };
}

/** The same where the person may have been removed before: then there is no member. */
export async function visitMemberOrNot(c: AppContext) {
  const contactId = c.req.param('contact') ?? '';
  const { actor, rows, by } = await visitAsAdmin(c, (scope, { accountId }) => ({
    member: findMember(scope, { contactId, accountId }),
    seeAll: membersSeeAll(scope, accountId),
    wasRemoved: wasRemoved(scope, { contactId, accountId }),
  }));
  const member = rows.member && rows.member.role !== 'none' ? rows.member : null;
  if (!member && !rows.wasRemoved) throw notFound();
  return { actor, by, member, seeAll: rows.seeAll, isYou: contactId === actor.id };
}

export type VisitedMember = Awaited<ReturnType<typeof visitMember>>;
