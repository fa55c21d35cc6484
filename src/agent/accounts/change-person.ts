import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { endPersonSessions } from '#identity/accounts/end-person-sessions.ts';
import { setPersonState } from '#identity/accounts/set-person-state.ts';
import { changeRole } from '#identity/members/change-role.ts';
import { removeMember } from '#identity/members/remove-member.ts';
import { Problem } from '#lib/problem.ts';
import { accountHref, leaveFor, personHref } from './account-address.ts';
import { visitPersonToChange } from './visit-person.ts';

const roleForm = z.strictObject({ role: z.enum(['admin', 'member', 'none']) });

/** POST: what somebody may do in the account. */
export async function setRole(c: AppContext): Promise<Response> {
  const read = await readForm(c, roleForm);
  const { actor, account, person } = await visitPersonToChange(c);
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const place = { contactId: person.id, accountId: account.id };
  await changeRole(c.get('scope'), actor, { ...place, role: read.value.role }, originOf(c));
  return leaveFor(c, personHref(account.id, person.id), 'role');
}

const empty = z.strictObject({});

/** POST: out of the account. */
export async function remove(c: AppContext): Promise<Response> {
  await readForm(c, empty);
  const { actor, account, person } = await visitPersonToChange(c);
  await removeMember(c.get('scope'), actor, { contactId: person.id, accountId: account.id }, originOf(c));
  return leaveFor(c, accountHref(account.id), 'removed');
}

const stateForm = z.strictObject({ state: z.enum(['active', 'disabled']) });

/** POST: disabled everywhere at the tenant, or enabled again. */
export async function setState(c: AppContext): Promise<Response> {
  const read = await readForm(c, stateForm);
  const { actor, account, person } = await visitPersonToChange(c);
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const { state } = read.value;
  const to = { contactId: person.id, accountId: account.id, state };
  await setPersonState(c.get('scope'), actor, to, originOf(c));
  return leaveFor(c, personHref(account.id, person.id), state === 'active' ? 'enabled' : 'disabled');
}

const sessionForm = z.strictObject({
  session: z
    .string()
    .regex(/^[\w-]{16}$/)
    .optional(),
});

/** POST: ends the session that is named, or all of them. */
export async function endSessions(c: AppContext): Promise<Response> {
  const read = await readForm(c, sessionForm);
  const { actor, account, person } = await visitPersonToChange(c);
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const which = { contactId: person.id, accountId: account.id, sessionId: read.value.session ?? null };
  await endPersonSessions(c.get('scope'), actor, which, originOf(c));
  return leaveFor(c, personHref(account.id, person.id), 'ended');
}
