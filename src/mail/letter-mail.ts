import type { Settings } from '#env.ts';
import { isLocale } from '#i18n/catalogue.ts';
import { translator } from '#i18n/translator.ts';
import type { Tenant } from '#lib/tenant.ts';
import { agentUrl, hostUrl } from '#tenancy/links.ts';
import { mailBrand } from './brand.ts';
import type { TicketContent } from './content.ts';
import type { Letter } from './outbox-queries.ts';
import { renderMail } from './render.ts';
import { noReplyAddress, replyAddress } from './reply-address.ts';
import type { OutgoingMail } from './sender.ts';
import { senderOf } from './sender-address.ts';

interface Writer {
  readonly scope: { readonly tenant: Tenant };
  readonly settings: Settings;
}

/** A letter of the outbox as the mail that goes out: rendered, addressed, threaded. */
export async function letterMail(
  { scope: { tenant }, settings }: Writer,
  letter: Letter,
  { outboxId, references }: { readonly outboxId: string; readonly references: readonly string[] },
): Promise<OutgoingMail> {
  const audience = letter.contactNumber === null ? 'agent' : 'contact';
  const locale = letter.locale ?? tenant.locale;
  const content: TicketContent = {
    ...letter,
    author: letter.author === '' ? tenant.brand.name : letter.author,
    link: linkTo(audience, letter.number, tenant, settings),
  };
  return {
    ...renderMail(content, mailBrand(tenant, settings, audience), translator(isLocale(locale) ? locale : 'en')),
    to: letter.email,
    from: senderOf(settings, tenant),
    replyTo: await replyTo(letter, tenant, settings),
    automatic: automaticOf(letter),
    references,
    tenantId: tenant.id,
    outboxId,
  };
}

const linkTo = (audience: 'agent' | 'contact', number: number, tenant: Tenant, settings: Settings): string =>
  audience === 'agent'
    ? agentUrl(settings, `/tickets/${number}`)
    : hostUrl(settings, tenant.canonicalHost, `/requests/${number}`);

const replyTo = async ({ contactNumber, number }: Letter, tenant: Tenant, settings: Settings): Promise<string> =>
  contactNumber === null
    ? noReplyAddress(settings)
    : replyAddress(settings, { tenantNumber: tenant.number, ticketNumber: number, contactNumber });

/** An agent's words are a person's; everything else a machine wrote. */
const automaticOf = ({ kind, message }: Letter): OutgoingMail['automatic'] => {
  if (kind === 'request_received') return 'auto-replied';
  return kind === 'new_reply' || (kind === 'request_solved' && message !== null) ? null : 'auto-generated';
};
