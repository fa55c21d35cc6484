import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import type { FactorDeps } from '#identity/second-factor/factor-deps.ts';
import { finishTotp, pendingTotp, startTotp } from '#identity/second-factor/set-up-totp.ts';
import { AuthenticatorPage } from './authenticator-page.tsx';
import { showAdded } from './codes.tsx';
import { asFresh } from './may-change.tsx';

const setUp = '/second-factor/set-up';
const here = '/second-factor/authenticator';
/** What apps call the account. */
const issuer = 'Portico';

/** POST /second-factor/authenticator: a new key, which counts for nothing until its first code. */
export function startAuthenticator(c: AppContext): Promise<Response> {
  return asFresh(c, setUp, async ({ deps }) => {
    await startTotp(deps);
    return c.redirect(here, 303);
  });
}

/** GET /second-factor/authenticator: the key that waits for its first code. */
export function showAuthenticator(c: AppContext): Promise<Response> {
  return asFresh(c, setUp, ({ deps }) => page(c, deps, false));
}

const form = z.strictObject({ code: z.string().default('') });

/** POST /second-factor/authenticator/confirmation */
export async function confirmAuthenticator(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  return asFresh(c, setUp, async ({ deps }) => {
    const added = await finishTotp(deps, fields['code'] ?? '');
    return added ? showAdded(c, deps, added) : page(c, deps, true);
  });
}

async function page(c: AppContext, deps: FactorDeps, isWrong: boolean): Promise<Response> {
  const key = await pendingTotp(deps, issuer);
  if (!key) return c.redirect('/settings/you', 303);
  const look = await agentLook(c, deps.actor);
  return sendPage(c, look, <AuthenticatorPage frame={look.frame} {...key} isWrong={isWrong} />, isWrong ? 422 : 200);
}
