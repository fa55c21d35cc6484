import { createMiddleware } from 'hono/factory';
import { readSessionCookie } from '#identity/sessions/session-cookie.ts';
import { findTenant } from '#tenancy/find-tenant.ts';
import type { AppEnv } from './context.ts';
import { sessionCookieOf } from './session-cookies.ts';
import { setScope } from './with-tenant.ts';

/** Reads the portal's session cookie into a claim. Forged ones, and agents' or another tenant's, are as good as none. */
export const withContactClaim = createMiddleware<AppEnv>(async (c, next) => {
  const read = await readSessionCookie(sessionCookieOf(c) ?? '', c.get('settings').sessionKeys, c.get('host'));
  if (read?.claim.kind === 'contact' && read.claim.tenantId === c.get('scope').tenant.id) {
    c.set('claim', read.claim);
    c.set('sessionSecret', read.secret);
  }
  await next();
});

/**
 * The same on `app.`, where the cookie also names the tenant: the scope made
 * from it counts only once a batch has confirmed the session there.
 */
export const withAgentClaim = createMiddleware<AppEnv>(async (c, next) => {
  const read = await readSessionCookie(sessionCookieOf(c) ?? '', c.get('settings').sessionKeys, c.get('host'));
  if (read?.claim.kind === 'agent') {
    const tenant = await findTenant(c.env, { by: 'id', id: read.claim.tenantId }, c.get('now'), c.get('meter'));
    if (tenant) {
      setScope(c, tenant);
      c.set('claim', read.claim);
      c.set('sessionSecret', read.secret);
    }
  }
  await next();
});
