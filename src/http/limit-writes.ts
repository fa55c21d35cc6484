import { createMiddleware } from 'hono/factory';
import { Problem } from '#lib/problem.ts';
import type { AppEnv } from './context.ts';

/**
 * What one contact may write in a minute (ASVS V2.4.1): every new request mails
 * agents. The claim is signed, so nobody can spend another's share. Counted per
 * location and forgiving, as the binding is; where it fails, nobody waits for it.
 */
export const limitWrites = createMiddleware<AppEnv>(async (c, next) => {
  const claim = c.get('claim');
  if (c.req.method === 'POST' && claim?.kind === 'contact') {
    const key = `${claim.tenantId}|${claim.contactId}`;
    const { success } = await c.env.WRITE_LIMIT.limit({ key }).catch(() => ({ success: true }));
    if (!success) throw new Problem('too_many', 'too_many_writes');
  }
  await next();
});
