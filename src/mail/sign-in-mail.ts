import type { Settings } from '#env.ts';
import { isLocale } from '#i18n/catalogue.ts';
import { translator } from '#i18n/translator.ts';
import type { Tenant } from '#lib/tenant.ts';
import { mailBrand } from './brand.ts';
import { renderMail } from './render.ts';
import { noReplyAddress } from './reply-address.ts';
import { type MailService, sendMail } from './sender.ts';
import { senderOf } from './sender-address.ts';

export interface SignInLetter {
  readonly tenant: Tenant;
  /** Normalized address. */
  readonly to: string;
  readonly code: string;
  readonly link: string;
  readonly locale: string;
}

/**
 * Sends link and code. No outbox row: a token stands in the queue's message and
 * in this mail, nowhere else. Throws when the service did not take it.
 */
export async function sendSignInMail(service: MailService, settings: Settings, letter: SignInLetter): Promise<void> {
  const { tenant, to, code, link, locale } = letter;
  const audience = new URL(link).hostname === settings.agentHost ? 'agent' : 'contact';
  const brand = mailBrand(tenant, settings, audience, new URL(link).hostname);
  const words = translator(isLocale(locale) ? locale : 'en');
  const sent = await sendMail(service, {
    ...renderMail({ kind: 'sign_in', code, link, email: to }, brand, words),
    to,
    from: senderOf(settings, tenant),
    replyTo: noReplyAddress(settings),
    automatic: 'auto-generated',
    references: [],
    tenantId: tenant.id,
    outboxId: null,
  });
  if (!sent.ok) throw new Error(`The mail service answered ${sent.code}`);
}
