import * as z from 'zod';
import { SessionEnded } from '#db/session-errors.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { askForPasskey } from '#identity/second-factor/ask-for-passkey.ts';
import { hasFactor } from '#identity/second-factor/factors.ts';
import { giveCode } from '#identity/second-factor/give-code.ts';
import { givePasskey } from '#identity/second-factor/give-passkey.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import { type Arrived, arrive, partyOf } from './arrive.ts';
import { type GiveFault, GivePage } from './give-page.tsx';
import { withPasskeyScript } from './passkey-script.ts';

/** GET /second-factor: after signing in by mail, and before changes of how one signs in. */
export async function showGive(c: AppContext): Promise<Response> {
  const arrived = await arrive(c);
  const back = backOf(c, c.req.query('return_to'));
  const { factors, isOwed } = arrived;
  if (hasFactor(factors)) return page(c, arrived, back, null);
  const claim = c.get('claim');
  if (isOwed && claim) throw new SessionEnded(claim);
  return c.redirect(back, 303);
}

const codeForm = z.strictObject({ code: z.string().default(''), return_to: z.string().optional() });

/** POST /second-factor: a code of the app, or a recovery code. */
export async function takeCode(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, codeForm);
  const arrived = await arrive(c);
  const back = backOf(c, fields['return_to']);
  const outcome = await giveCode(arrived.deps, fields['code'] ?? '');
  if (outcome === 'passed') return c.redirect(back, 303);
  // Both fields send `code`; only recovery codes have letters.
  const isRecovery = arrived.factors.totpSince === null || /[a-z]/i.test(fields['code'] ?? '');
  return page(c, arrived, back, outcome === 'wrong' && isRecovery ? 'wrongRecovery' : outcome);
}

/** POST /second-factor/options: what the browser needs to ask for a passkey. */
export async function giveOptions(c: AppContext): Promise<Response> {
  const { deps } = await arrive(c);
  return c.json(await askForPasskey(deps, partyOf(c)));
}

const passkeyForm = z.strictObject({ credential: z.string().default(''), return_to: z.string().optional() });

/** POST /second-factor/passkey */
export async function takePasskey(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, passkeyForm);
  const arrived = await arrive(c);
  const back = backOf(c, fields['return_to']);
  const isRight = await givePasskey(arrived.deps, partyOf(c), fields['credential'] ?? '');
  return isRight ? c.redirect(back, 303) : page(c, arrived, back, 'wrongPasskey');
}

async function page(
  c: AppContext,
  { deps, factors }: Arrived,
  back: string,
  fault: GiveFault | null,
): Promise<Response> {
  const look = withPasskeyScript(await agentLook(c, deps.actor));
  const props = { email: deps.actor.email, returnTo: back, hasApp: factors.totpSince !== null, fault };
  const hasPasskeys = factors.passkeys.length > 0;
  const view = <GivePage frame={look.frame} {...props} hasPasskeys={hasPasskeys} hasCodes={factors.codesLeft > 0} />;
  return sendPage(c, look, view, fault === null ? 200 : fault === 'wait' ? 429 : 422);
}

function backOf(c: AppContext, path: string | undefined): string {
  return returnTo(path, new URL(c.req.url).origin);
}
