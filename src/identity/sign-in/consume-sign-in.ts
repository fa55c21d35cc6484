import * as z from 'zod';
import { newMeter, openDirectoryDb } from '#db/database.ts';
import type { Settings } from '#env.ts';
import { logEvent } from '#lib/log.ts';
import type { TenantEnv } from '#tenancy/find-tenant.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';
import { recordRefusal } from '../refusals/record-refusal.ts';
import { refusalMessage } from '../refusals/refusal.ts';
import type { Realm } from './realm.ts';
import { type SignInCourier, sendSignIn } from './send-sign-in.ts';
import { signInMessage } from './sign-in-message.ts';

/**
 * One message of the `sign-in` queue: an ask, or word of a refusal. Its tenant is found anew by the host that
 * was asked on, and must be the one that the message names. Throws what may be
 * tried again; a message that is not ours is dropped.
 */
export async function consumeSignIn(
  env: TenantEnv,
  settings: Settings,
  body: unknown,
  deliver: SignInCourier['deliver'],
  now: number,
): Promise<void> {
  const parsed = z.union([refusalMessage, signInMessage]).safeParse(body);
  if (!parsed.success) return logEvent('warn', 'sign_in_message_unreadable', {});
  const message = parsed.data;
  const meter = newMeter();
  const around = { now, meter, after: () => {} };
  const openTenant = (id: string) => openActiveTenant(env, { by: 'id', id }, around);
  const realm = await realmOf(message);
  if (!realm) return;
  if ('refused' in message) return recordRefusal(realm, message, openTenant);
  return sendSignIn(realm, { ...message, host: realm.host }, { settings, kv: env.KV, deliver, openTenant });

  async function realmOf({ tenantId, host }: Pick<typeof message, 'tenantId' | 'host'>): Promise<Realm | null> {
    if (tenantId === null)
      return { kind: 'agent', scope: { db: openDirectoryDb(env, meter), now }, host: settings.agentHost };
    const scope = await openActiveTenant(env, { by: 'host', host }, around);
    return scope?.tenant.id === tenantId ? { kind: 'portal', scope, host } : null;
  }
}
