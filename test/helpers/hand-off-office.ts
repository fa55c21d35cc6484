import { env } from 'cloudflare:workers';
import { ownerOf } from './agent-of.ts';
import { issuer, type TestKey } from './hand-off.ts';
import { newTenant } from './new-tenant.ts';
import { agentHost, fieldOf, type RequestOptions, request } from './request.ts';
import { signIn } from './sign-in.ts';

export const base = '/settings/hand-off';

/** An owner who sets the hand-off of their company up. */
export async function newOffice() {
  const tenant = await newTenant({ name: 'Acme' });
  const { cookie } = await signIn(ownerOf(tenant));
  const ask = (path: string, options: RequestOptions = {}) => request(agentHost, path, { cookie, ...options });
  const page = async (path: string) => (await ask(path)).text();
  /** Fills the form of a new key in and sends it. */
  const add = async (kind: 'secret' | 'public' | 'set', fields: Readonly<Record<string, string>> = {}) => {
    const form = await page(`${base}/keys/new?kind=${kind}`);
    const hidden = { kind, new_kid: fieldOf(form, 'new_kid') };
    const filled = { ...hidden, name: 'Web app', issuer: `${issuer}/`, ...fields };
    return { answer: await ask(`${base}/keys/new`, { form: filled }), filled };
  };
  const addSecret = async (): Promise<TestKey & { readonly secret: string }> => {
    const { answer, filled } = await add('secret');
    const secret = secretIn(await answer.text());
    return {
      tenant,
      kid: filled.new_kid,
      issuer,
      algorithm: 'HS256',
      material: new TextEncoder().encode(secret),
      secret,
    };
  };
  return { tenant, cookie, ask, page, add, addSecret };
}

/** The secret that a page shows; empty where it shows none. */
export function secretIn(html: string): string {
  return /<code>([\w-]{43})<\/code>/.exec(html)?.[1] ?? '';
}

/** Who did this, and the facts. */
export async function auditOf(tenant: { readonly id: string }, action: string) {
  const { results } = await env.DB.prepare(
    'select actor_id as who, detail from audit_entries where tenant_id = ? and action = ?',
  )
    .bind(tenant.id, action)
    .all();
  return results;
}
