import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { contactName } from '#db/contact-name.ts';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRows, type SqlValue } from '#db/statement.ts';
import { openNowTo } from '#db/ticket-sight.ts';
import { letterKinds } from './content.ts';

/** One outbox row and the claim that holds it. */
export interface Claimed {
  readonly outboxId: string;
  readonly claim: string;
}

/** Takes a row that is owed, or whose claim ran out, when nobody else does; changes one row or none. */
export function claimMail(scope: TenantScope, { outboxId, claim }: Claimed, leaseMs: number) {
  return raw(sql`update outbox set state = 'sending', claim = ${claim}, attempts = attempts + 1, due_at = ${scope.now + leaseMs}
    where tenant_id = ${scope.tenant.id} and id = ${outboxId} and state in ('owed', 'sending') and due_at <= ${scope.now}`);
}

/** Gives up a claimed mail whose recipient may not see the ticket any more. */
export function cancelUnseen(scope: TenantScope, { outboxId, claim }: Claimed) {
  return raw(sql`update outbox set state = 'cancelled', error = 'lost_access'
    where tenant_id = ${scope.tenant.id} and id = ${outboxId} and claim = ${claim} and state = 'sending'
    and ticket_id <> '' and not (case recipient_kind
      when 'agent' then exists (select 1 from agents where agents.tenant_id = outbox.tenant_id
        and agents.id = outbox.recipient_id and agents.state = 'active')
      else exists (select 1 from tickets t where t.tenant_id = outbox.tenant_id and t.id = outbox.ticket_id
        and ${openNowTo(itsTicket, sql`outbox.recipient_id`)}) end)`);
}

const itsTicket = { tenantId: sql`t.tenant_id`, id: sql`t.id`, accountId: sql`t.account_id` };

/** All that the mail says, for the holder of the claim; no row when it was cancelled or is another's. */
export function claimedLetter(scope: TenantScope, { outboxId, claim }: Claimed) {
  return rawRows(
    sql`select o.kind as kind, o.attempts as attempts, t.number as number, t.subject as subject, m.body as message,
      (select json_group_array(f.name order by f.ordinal) from attachments f where f.tenant_id = o.tenant_id
        and f.ticket_id = o.ticket_id and f.place = 'message' and f.place_id = o.message_id) as files,
      coalesce(ac.email, ag.email) as email, ac.number as contact_number, ac.locale as locale,
      accounts.name as account, priorities.label as priority, ${nameOf(authorKind, authorId)} as author
    from outbox o
    join tickets t on t.tenant_id = o.tenant_id and t.id = o.ticket_id
    join accounts on accounts.tenant_id = t.tenant_id and accounts.id = t.account_id
    join priorities on priorities.tenant_id = t.tenant_id and priorities.id = t.priority_id
    left join messages m on m.tenant_id = o.tenant_id and m.id = o.message_id
    left join contacts ac on o.recipient_kind = 'contact' and ac.tenant_id = o.tenant_id and ac.id = o.recipient_id
    left join agents ag on o.recipient_kind = 'agent' and ag.tenant_id = o.tenant_id and ag.id = o.recipient_id
    left join ticket_people p on o.kind = 'participant_added' and p.tenant_id = o.tenant_id and p.ticket_id = o.ticket_id
      and p.contact_id = o.recipient_id
    left join events e on m.id is null and p.ticket_id is null and e.tenant_id = o.tenant_id and e.ticket_id = o.ticket_id and e.seq = (
      select max(seq) from events where events.tenant_id = o.tenant_id and events.ticket_id = o.ticket_id
      and events.kind = 'status' and events.created_at <= o.created_at)
    where o.tenant_id = ${scope.tenant.id} and o.id = ${outboxId} and o.claim = ${claim} and o.state = 'sending'`,
    letterOf,
  );
}

/** Message-IDs of what the same person got about the same ticket before, newest first. */
export function sentBefore(scope: TenantScope, outboxId: string, limit: number) {
  return rawRows(
    sql`select older.sent_message_id as sent_id from outbox o
    join outbox older on older.tenant_id = o.tenant_id and older.ticket_id = o.ticket_id
      and older.recipient_kind = o.recipient_kind and older.recipient_id = o.recipient_id and older.state = 'sent'
    where o.tenant_id = ${scope.tenant.id} and o.id = ${outboxId} and older.id <> o.id
    order by older.created_at desc limit ${limit}`,
    (row) => String(row['sent_id']),
  );
}

/** The claim alone may record its end, also when somebody has meanwhile called the mail failed. */
export function recordSent(scope: TenantScope, { outboxId, claim }: Claimed, messageId: string, sentAt: number) {
  return raw(sql`update outbox set state = 'sent', sent_message_id = ${messageId}, sent_at = ${sentAt}, error = null
    where tenant_id = ${scope.tenant.id} and id = ${outboxId} and claim = ${claim}`);
}

export function recordRetry(scope: TenantScope, { outboxId, claim }: Claimed, error: string, dueAt: number) {
  return raw(sql`update outbox set state = 'owed', due_at = ${dueAt}, error = ${error}
    where tenant_id = ${scope.tenant.id} and id = ${outboxId} and claim = ${claim} and state = 'sending'`);
}

export function recordFailed(scope: TenantScope, { outboxId, claim }: Claimed, error: string) {
  return raw(sql`update outbox set state = 'failed', error = ${error}
    where tenant_id = ${scope.tenant.id} and id = ${outboxId} and claim = ${claim} and state = 'sending'`);
}

/** For a mail that the queue has given up: whatever was not sent is shown to agents as failed. */
export function giveUp(scope: TenantScope, outboxId: string) {
  return raw(sql`update outbox set state = 'failed', error = coalesce(error, 'dead_letter')
    where tenant_id = ${scope.tenant.id} and id = ${outboxId} and state in ('owed', 'sending')`);
}

const authorKind = sql`coalesce(m.author_kind, e.actor_kind, case when p.added_by like 'agt!_%' escape '!' then 'agent' else 'contact' end)`;
const authorId = sql`coalesce(m.author_id, e.actor_id, p.added_by)`;

/** A person's name, or their address until they have said one. */
function nameOf(kind: typeof authorKind, id: typeof authorId) {
  return sql`case ${kind}
    when 'agent' then (select name from agents where agents.tenant_id = o.tenant_id and agents.id = ${id})
    when 'contact' then (select ${contactName('contacts')} from contacts
      where contacts.tenant_id = o.tenant_id and contacts.id = ${id}) end`;
}

const names = z.array(z.string());

function letterOf(row: Record<string, SqlValue>) {
  const text = (name: string) => String(row[name] ?? '');
  const kind = letterKinds.find((each) => each === row['kind']);
  if (!kind) throw new Error(`No mail is of kind ${text('kind')}`);
  return {
    kind,
    attempts: Number(row['attempts']),
    number: Number(row['number']),
    subject: text('subject'),
    message: row['message'] === null ? null : text('message'),
    /** Names of the message's files. */
    files: names.parse(JSON.parse(text('files') || '[]')),
    email: text('email'),
    /** Null for agents. */
    contactNumber: row['contact_number'] === null ? null : Number(row['contact_number']),
    locale: row['locale'] === null ? null : text('locale'),
    account: text('account'),
    priority: text('priority'),
    /** Empty where nobody can be named. */
    author: text('author'),
  };
}

export type Letter = ReturnType<typeof letterOf>;
