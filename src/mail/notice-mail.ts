import type { Settings } from '#env.ts';
import { isLocale } from '#i18n/catalogue.ts';
import { translator } from '#i18n/translator.ts';
import { addressCode } from '#lib/address-code.ts';
import { invitationToken } from '#lib/invitation-token.ts';
import { mailableName } from '#lib/mailable-name.ts';
import type { Tenant } from '#lib/tenant.ts';
import { agentUrl, agentUrlAt, hostUrl } from '#tenancy/links.ts';
import { mailBrand } from './brand.ts';
import type { AddressCodeContent, NoticeContent } from './content.ts';
import type { Notice } from './notice-queries.ts';
import { renderMail } from './render.ts';
import { noReplyAddress } from './reply-address.ts';
import type { OutgoingMail } from './sender.ts';
import { senderOf } from './sender-address.ts';

interface Writer {
  readonly scope: { readonly tenant: Tenant };
  readonly settings: Settings;
}

/** A notice of the outbox as the mail that goes out. The token of an invitation is made here and stands nowhere else. */
export async function noticeMail(
  { scope: { tenant }, settings }: Writer,
  notice: Notice,
  outboxId: string,
): Promise<OutgoingMail> {
  const locale = notice.locale ?? tenant.locale;
  const audience = notice.isForAgent ? 'agent' : 'contact';
  const content = await contentOf(notice, tenant, settings);
  return {
    ...renderMail(content, mailBrand(tenant, settings, audience), translator(isLocale(locale) ? locale : 'en')),
    to: notice.email,
    from: senderOf(settings, tenant),
    replyTo: noReplyAddress(settings),
    automatic: 'auto-generated',
    references: [],
    tenantId: tenant.id,
    outboxId,
  };
}

async function contentOf(
  notice: Notice,
  tenant: Tenant,
  settings: Settings,
): Promise<NoticeContent | AddressCodeContent> {
  const { kind, email, recipientId: contactId, proofAt: createdAt } = notice;
  const link = await linkOf(notice, tenant, settings);
  if (kind !== 'address_code') return { ...shown({ ...notice, kind }), link };
  const code = await addressCode(settings.pepper, { tenantId: tenant.id, contactId, email, createdAt });
  return { kind, email, code, link };
}

/** Nobody has proven an invited address: of what people wrote it gets names alone, and only such as read like names. */
function shown({ kind, email, account, inviter, asker }: Omit<NoticeContent, 'link'>): Omit<NoticeContent, 'link'> {
  const isInvitation = kind === 'invitation' || kind === 'agent_invitation';
  return isInvitation
    ? { kind, email, asker, account: mailableName(account), inviter: mailableName(inviter) }
    : { kind, email, asker, account, inviter };
}

async function linkOf(notice: Notice, tenant: Tenant, settings: Settings): Promise<string> {
  const { kind, isForAgent, accountId, invitationId, version } = notice;
  const onPortal = (path: string) => hostUrl(settings, tenant.canonicalHost, path);
  if (kind === 'access_granted') return onPortal('/');
  if (kind === 'address_code') return onPortal('/settings/addresses/code');
  if (kind.startsWith('address_')) return onPortal('/settings/addresses');
  if (kind === 'access_requested')
    return isForAgent ? agentUrlAt(settings, tenant, `/accounts/${accountId}`) : onPortal('/members');
  const token = await invitationToken(settings.pepper, invitationId, version);
  // The agents' host is no tenant's: the link says whose it is.
  return isForAgent ? agentUrl(settings, `/invitations/${tenant.number}-${token}`) : onPortal(`/invitations/${token}`);
}
