import type { SentRow } from '#db/sent-with.ts';
import type { Settings } from '#env.ts';
import { isLocale } from '#i18n/catalogue.ts';
import { translator } from '#i18n/translator.ts';
import type { Tenant } from '#lib/tenant.ts';
import { agentUrlAt, hostUrl } from '#tenancy/links.ts';
import { mailBrand } from './brand.ts';
import type { AddedContent, TicketContent } from './content.ts';
import type { Letter } from './outbox-queries.ts';
import { renderMail } from './render.ts';
import { noReplyAddress, replyAddress } from './reply-address.ts';
import type { OutgoingMail } from './sender.ts';
import { senderOf } from './sender-address.ts';
import type { AnswersInWords } from './sent-answers.ts';
import { ticketLinkPath } from './ticket-link.ts';

interface Writer {
  readonly scope: { readonly tenant: Tenant };
  readonly settings: Settings;
  readonly answers?: AnswersInWords | undefined;
}

interface About {
  readonly outboxId: string;
  readonly references: readonly string[];
  /** Opens the one request without signing in; null: the mail leads to its page like any link. */
  readonly token: string | null;
  /** What the request that it tells of was sent with. */
  readonly sent: SentRow | null;
}

/** A letter of the outbox as the mail that goes out: rendered, addressed, threaded. */
export async function letterMail(
  { scope: { tenant }, settings, answers }: Writer,
  letter: Letter,
  { outboxId, references, token, sent }: About,
): Promise<OutgoingMail> {
  const audience = letter.contactNumber === null ? 'agent' : 'contact';
  const locale = letter.locale ?? tenant.locale;
  const link = linkTo(letter, token, tenant, settings);
  const words = translator(isLocale(locale) ? locale : 'en');
  const brought = sent && answers ? answers(sent, words, audience) : [];
  return {
    ...renderMail(contentOf(letter, link, tenant, brought), mailBrand(tenant, settings, audience), words),
    to: letter.email,
    from: senderOf(settings, tenant),
    replyTo: await replyTo(letter, tenant, settings),
    automatic: automaticOf(letter),
    references,
    tenantId: tenant.id,
    outboxId,
  };
}

const contentOf = (
  { kind, ...letter }: Letter,
  link: string,
  tenant: Tenant,
  answers: ReturnType<AnswersInWords>,
): TicketContent | AddedContent =>
  kind === 'participant_added'
    ? { kind, number: letter.number, author: letter.author, account: letter.account, link }
    : { ...letter, kind, author: letter.author === '' ? tenant.brand.name : letter.author, link, answers };

const linkTo = (
  { contactNumber, number }: Letter,
  token: string | null,
  tenant: Tenant,
  settings: Settings,
): string => {
  if (contactNumber === null) return agentUrlAt(settings, tenant, `/tickets/${number}`);
  return hostUrl(settings, tenant.canonicalHost, token === null ? `/requests/${number}` : ticketLinkPath(token));
};

const replyTo = async ({ contactNumber, number }: Letter, tenant: Tenant, settings: Settings): Promise<string> =>
  contactNumber === null
    ? noReplyAddress(settings)
    : replyAddress(settings, { tenantNumber: tenant.number, ticketNumber: number, contactNumber });

/** An agent's words are a person's; everything else a machine wrote. */
const automaticOf = ({ kind, message }: Letter): OutgoingMail['automatic'] => {
  if (kind === 'request_received') return 'auto-replied';
  return kind === 'new_reply' || (kind === 'request_solved' && message !== null) ? null : 'auto-generated';
};
