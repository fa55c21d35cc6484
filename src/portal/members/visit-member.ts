import type { AppContext } from '#http/context.ts';
import { findMember } from '#identity/members/find-member.ts';
import { membersSeeAll } from '#identity/members/see-all.ts';
import { notFound } from '#lib/problem.ts';
import { visitAsAdmin } from './visit-as-admin.ts';

/** An admin, and the person of their account whom the address names; somebody without access is not there. */
export async function visitMember(c: AppContext) {
  const contactId = c.req.param('contact') ?? '';
  const { actor, rows, by } = await visitAsAdmin(c, (scope, { accountId }) => ({
    member: findMember(scope, { contactId, accountId }),
    seeAll: membersSeeAll(scope, accountId),
  }));
  const { member, seeAll } = rows;
  if (!member || member.role === 'none') throw notFound();
  return { actor, by, member, seeAll, isYou: member.contactId === actor.id };
}

export type VisitedMember = Awaited<ReturnType<typeof visitMember>>;
