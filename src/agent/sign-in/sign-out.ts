import * as z from 'zod';
import { SecondFactorNeeded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { signedOut } from '#http/sign-in/sign-out.ts';
import { visitAsArriving } from '#http/visit.ts';
import { endEverywhere } from '#identity/sessions/end-everywhere.ts';
import { endSignIn } from '#identity/sessions/end-sign-in.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import { reachOf } from '../reach.ts';

const form = z.strictObject({ return_to: z.string().optional() });

/** POST /sign-out: also whoever owes the second factor may leave. */
export async function signOutAgent(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const claim = c.get('claim');
  if (claim?.kind === 'agent') await endSignIn(reachOf(c), c.get('scope'), claim, originOf(c));
  const back = returnTo(fields['return_to'], new URL(c.req.url).origin);
  return signedOut(c, 'signed-out', back);
}

/** POST /sign-out/everywhere: at all tenants of this person. */
export async function signOutAgentEverywhere(c: AppContext): Promise<Response> {
  const { actor, isOwed } = await visitAsArriving(c, () => ({}));
  if (isOwed) throw new SecondFactorNeeded('give');
  await endEverywhere(reachOf(c), c.get('scope'), actor, originOf(c));
  return signedOut(c, 'signed-out-everywhere');
}
