import { TOTP } from 'otpauth';
import { agentHost, request } from './request.ts';

/** The code that an authenticator app with this key shows. */
export function appCode(key: string, at = Date.now()): string {
  return TOTP.generate({ secret: new TOTP({ secret: key }).secret, timestamp: at });
}

/** Sets an authenticator app up as a person does; gives its key and the recovery codes that were shown. */
export async function setUpApp(cookie: string): Promise<{ readonly key: string; readonly codes: readonly string[] }> {
  await request(agentHost, '/second-factor/authenticator', { method: 'POST', cookie });
  const page = await (await request(agentHost, '/second-factor/authenticator', { cookie })).text();
  const key = (/class="secret-key">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
  // The step before, so that the present one is still unused.
  const code = appCode(key, Date.now() - 30_000);
  const done = await request(agentHost, '/second-factor/authenticator/confirmation', { cookie, form: { code } });
  return { key, codes: recoveryCodesIn(await done.text()) };
}

export function recoveryCodesIn(page: string): readonly string[] {
  return [...page.matchAll(/<code>([0-9a-z]{4}(?:-[0-9a-z]{4}){3})<\/code>/g)].map(([, code]) => code ?? '');
}

/** Tries a code in the second step. */
export function giveCode(cookie: string, code: string, returnTo = '/tickets'): Promise<Response> {
  return request(agentHost, '/second-factor', { cookie, form: { code, return_to: returnTo } });
}
