import { sql } from 'drizzle-orm';
import { inviterName, isPending, isVouchedFor } from '#db/invitation-standing.ts';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRows, type SqlValue } from '#db/statement.ts';
import { noticeMailKinds } from './content.ts';
import type { Claimed } from './outbox-queries.ts';

// Mail about somebody's access: about no ticket, so other rules say whether it may still go out.

/** Gives up a claimed mail whose ground is gone: the invitation is void or was sent anew, the request decided, the place lost. */
export function cancelUnfounded(scope: TenantScope, { outboxId, claim }: Claimed) {
  return raw(sql`update outbox as o set state = 'cancelled', error = 'lost_access'
    where o.tenant_id = ${scope.tenant.id} and o.id = ${outboxId} and o.claim = ${claim} and o.state = 'sending'
    and o.ticket_id = '' and not (case o.kind
      when 'access_requested' then exists (select 1 from access_requests r
        where r.tenant_id = o.tenant_id and r.id = o.subject_id and r.decided_at is null and ${mayDecide})
      when 'access_granted' then exists (select 1 from memberships m
        join contacts p on p.tenant_id = m.tenant_id and p.id = m.contact_id and p.state = 'active'
        where m.tenant_id = o.tenant_id and m.contact_id = o.recipient_id and m.account_id = o.subject_id
          and m.role <> 'none')
      when 'address_code' then exists (select 1 from address_proofs ap where ap.tenant_id = o.tenant_id
        and ap.contact_id = o.recipient_id and ap.created_at = cast(o.subject_id as integer) and ap.expires_at > ${scope.now})
      when 'address_added' then true
      when 'address_removed' then true
      when 'address_main' then true
      else exists (select 1 from invitations i where i.tenant_id = o.tenant_id and i.id = o.recipient_id
        and ${isPending} and i.expires_at > ${scope.now} and i.sent_at <= o.created_at and ${isVouchedFor}) end)`);
}

/** Whether its recipient may decide about the request `r`. */
const mayDecide = sql`(case o.recipient_kind
  when 'agent' then exists (select 1 from agents d where d.tenant_id = o.tenant_id and d.id = o.recipient_id
    and d.state = 'active' and d.role in ('owner', 'admin'))
  else exists (select 1 from memberships d
    join contacts dc on dc.tenant_id = d.tenant_id and dc.id = d.contact_id and dc.state = 'active'
    where d.tenant_id = o.tenant_id and d.contact_id = o.recipient_id and d.account_id = r.account_id
      and d.role = 'admin') end)`;

/** Who is told of a change of addresses: the main one of that moment, whatever becomes of it meanwhile. */
const toldAddress = sql`case when o.kind in ('address_added', 'address_removed', 'address_main') then o.subject_id end`;

/** All that such a mail says, for the holder of the claim; no row when it was cancelled, is another's, or is about a ticket. */
export function claimedNotice(scope: TenantScope, { outboxId, claim }: Claimed) {
  return rawRows(
    sql`select o.kind as kind, o.recipient_kind as recipientKind, o.attempts as attempts,
      coalesce(i.email, ap.email, ${toldAddress}, c.email, g.email) as email, o.recipient_id as recipientId,
      ap.created_at as proofAt, c.locale as locale, a.id as accountId, a.name as account,
      i.id as invitationId, i.version as version, ${inviterName} as inviter, r.email as asker
    from outbox o
    left join invitations i on o.recipient_kind = 'invitation' and i.tenant_id = o.tenant_id and i.id = o.recipient_id
    left join contacts c on o.recipient_kind = 'contact' and c.tenant_id = o.tenant_id and c.id = o.recipient_id
    left join agents g on o.recipient_kind = 'agent' and g.tenant_id = o.tenant_id and g.id = o.recipient_id
    left join access_requests r on o.kind = 'access_requested' and r.tenant_id = o.tenant_id and r.id = o.subject_id
    left join address_proofs ap on o.kind = 'address_code' and ap.tenant_id = o.tenant_id and ap.contact_id = o.recipient_id
    left join accounts a on a.tenant_id = o.tenant_id
      and a.id = coalesce(i.account_id, r.account_id, case o.kind when 'access_granted' then o.subject_id end)
    where o.tenant_id = ${scope.tenant.id} and o.id = ${outboxId} and o.claim = ${claim} and o.state = 'sending'
      and o.ticket_id = ''`,
    noticeOf,
  );
}

function noticeOf(row: Record<string, SqlValue>) {
  const text = (name: string) => String(row[name] ?? '');
  const kind = ['address_code' as const, ...noticeMailKinds].find((each) => each === row['kind']);
  if (!kind) throw new Error(`No mail is of kind ${text('kind')}`);
  return {
    kind,
    isForAgent: kind === 'agent_invitation' || row['recipientKind'] === 'agent',
    attempts: Number(row['attempts']),
    recipientId: text('recipientId'),
    /** When the proof was asked for; 0 in all mail but its own. */
    proofAt: Number(row['proofAt'] ?? 0),
    email: text('email'),
    locale: row['locale'] === null ? null : text('locale'),
    accountId: text('accountId'),
    account: text('account'),
    /** Empty, and version 0, where it is no invitation. */
    invitationId: text('invitationId'),
    version: Number(row['version'] ?? 0),
    inviter: text('inviter'),
    /** Who asks for access; empty in all other mail. */
    asker: text('asker'),
  };
}

export type Notice = ReturnType<typeof noticeOf>;
