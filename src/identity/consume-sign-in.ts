import { newMeter, openDirectoryDb } from '#db/database.ts';
import type { Settings } from '#env.ts';
import { logEvent } from '#lib/log.ts';
import type { TenantEnv } from '#tenancy/find-tenant.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';
import { type SignInCourier, sendSignIn } from './send-sign-in.ts';
import { signInMessage } from './sign-in-message.ts';

/**
 * One message of the `sign-in` queue. Its tenant is found anew by the host that
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
  const parsed = signInMessage.safeParse(body);
  if (!parsed.success) return logEvent('warn', 'sign_in_message_unreadable', {});
  const message = parsed.data;
  const meter = newMeter();
  const around = { now, meter, after: () => {} };
  const courier: SignInCourier = {
    settings,
    kv: env.KV,
    deliver,
    openTenant: (id) => openActiveTenant(env, { by: 'id', id }, around),
  };
  if (message.tenantId === null) {
    const scope = { db: openDirectoryDb(env, meter), now };
    return sendSignIn(
      { kind: 'agent', scope, host: settings.agentHost },
      { ...message, host: settings.agentHost },
      courier,
    );
  }
  const scope = await openActiveTenant(env, { by: 'host', host: message.host }, around);
  if (scope?.tenant.id !== message.tenantId) return;
  return sendSignIn({ kind: 'portal', scope, host: message.host }, message, courier);
}
