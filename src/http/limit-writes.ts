import { createMiddleware } from 'hono/factory';
import { Problem } from '#lib/problem.ts';
import type { AppContext, AppEnv } from './context.ts';

/**
 * What one contact may write in a minute (ASVS V2.4.1): every new request mails
 * agents, and what the audit has recorded stays. The claim is signed, so nobody
 * can spend another's share. Counted per location and forgiving, as the binding
 * is; where it fails, nobody waits for it.
 */
export const limitWrites = createMiddleware<AppEnv>(async (c, next) => {
  const claim = c.get('claim');
  if (c.req.method === 'POST' && claim?.kind === 'contact') {
    await countWrite(c, claim);
  }
  await next();
});

/** One more write of a contact, by whichever door. */
export async function countWrite(c: AppContext, who: { tenantId: string; contactId: string }): Promise<void> {
  const key = `${who.tenantId}|${who.contactId}`;
  const { success } = await c.env.WRITE_LIMIT.limit({ key }).catch(() => ({ success: true }));
  if (!success) throw new Problem('too_many', 'too_many_writes');
}
