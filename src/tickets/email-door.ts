import type { FileStore } from '#attachments/object-writer.ts';
import { newMeter } from '#db/database.ts';
import type { Settings } from '#env.ts';
import { translator } from '#i18n/translator.ts';
import type { Effects } from '#lib/effects.ts';
import type { RawStore } from '#mail/inbound/raw-store.ts';
import { noReplyAddress, parseReplyAddress } from '#mail/reply-address.ts';
import { findTenant, type TenantEnv } from '#tenancy/find-tenant.ts';
import { agentUrl } from '#tenancy/links.ts';
import { openTenant } from '#tenancy/open-tenant.ts';
import { type ReceivedMail, receiveMail } from './receive-mail.ts';

export interface EmailDoorEnv extends TenantEnv {
  readonly FILES: RawStore & FileStore;
}

interface Surroundings {
  readonly settings: Settings;
  readonly now: number;
  readonly effectsOf: (tenantId: string) => Effects;
}

/**
 * Every mail that comes in. Null: taken. Words: the sender's server gets them as
 * a permanent refusal. Throws on our own trouble: the sender's server tries again.
 */
export async function takeEmail(env: EmailDoorEnv, mail: ReceivedMail, around: Surroundings): Promise<string | null> {
  const { settings, now } = around;
  const { t } = translator('en');
  if (mail.to.toLowerCase() === noReplyAddress(settings)) {
    return t('mail.refused.agent', { link: agentUrl(settings, '/tickets') });
  }
  const target = await parseReplyAddress(settings, mail.to);
  const meter = newMeter();
  const tenant = target && (await findTenant(env, { by: 'number', number: target.tenantNumber }, now, meter));
  if (!target || tenant?.status !== 'active') return t('mail.refused.nowhere');
  const effects = around.effectsOf(tenant.id);
  const scope = openTenant(env, tenant, { now, meter, after: effects.after });
  return receiveMail({ scope, settings, files: env.FILES, effects }, target, mail);
}
