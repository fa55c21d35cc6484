import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { decideAccess } from '#identity/members/decide-access.ts';
import { isId } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { accountHref, leaveFor } from './account-address.ts';
import { visitAccount } from './load-account.ts';

const form = z.strictObject({ decision: z.enum(['grant', 'refuse']) });

/** POST: lets somebody in who asked, as a member, or not. */
export async function decideRequest(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  const { actor, account } = await visitAccount(c);
  const requestId = c.req.param('request') ?? '';
  if (!isId('accessRequest', requestId)) throw notFound();
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const grant = read.value.decision === 'grant';
  const decision = { requestId, accountId: account.id, grant, role: 'member' } as const;
  await decideAccess(c.get('scope'), actor, decision, { origin: originOf(c), effects: c.get('effects') });
  return leaveFor(c, accountHref(account.id), grant ? 'granted' : 'refused');
}
