// What the bench writes past the doors: a long thread, sessions that nobody signed in for.

/** Gives a ticket as many entries as wanted, its people by turns; answers with its number. */
export async function lengthenThread(db: D1Database, tenantId: string, number: number, entries: number) {
  const ticket = 'from tickets where tenant_id = ?1 and number = ?2';
  const words =
    "'It stands still **again**. The display says `E-214`:\n\n- cleaned\n- restarted\n\nWhat else can we try?'";
  await db.batch([
    db
      .prepare(
        `insert into messages (tenant_id, id, ticket_id, seq, public_seq, author_kind, author_id, body, via, created_at)
         with recursive more(n) as (select seq + 1 ${ticket} union all select n + 1 from more where n < ?3)
         select t.tenant_id, 'msg_' || printf('%012x', t.created_at) || lower(hex(randomblob(7))), t.id, n, n,
           case n % 2 when 0 then 'contact' else 'agent' end,
           case n % 2 when 0 then t.requester_id else (select min(id) from agents where tenant_id = ?1) end,
           ${words}, case n % 2 when 0 then 'portal' else 'agent' end, t.activity_at
         from more join tickets t on t.tenant_id = ?1 and t.number = ?2`,
      )
      .bind(tenantId, number, entries),
    db
      .prepare('update tickets set seq = ?3, public_seq = ?3 where tenant_id = ?1 and number = ?2')
      .bind(tenantId, number, entries),
  ]);
  return number;
}

const chunk = 10_000;

/** A field of the list that every request has; one in a hundred is ticked. */
export async function tickSome(
  db: D1Database,
  tenantId: string,
  numbers: { first: number; last: number },
  now: number,
) {
  const fieldId = 'fld_00000000000000000000000000';
  await db
    .prepare(
      `insert into fields (tenant_id, id, key, type, label, portal_access, in_list, position, created_at)
       values (?1, ?2, 'urgent', 'checkbox', 'Urgent', 'read', 1, 1, ?3)`,
    )
    .bind(tenantId, fieldId, now)
    .run();
  for (let { first } = numbers; first <= numbers.last; first += chunk) {
    await db
      .prepare(
        `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value, number_key)
         select tenant_id, id, ?2, 0, account_id, iif(number % 100 = 0, 'true', 'false'), number % 100 = 0
         from tickets where tenant_id = ?1 and number between ?3 and ?4`,
      )
      .bind(tenantId, fieldId, first, Math.min(first + chunk - 1, numbers.last))
      .run();
  }
}

interface NewSession {
  readonly tenantId: string;
  readonly secretHash: string;
  readonly host: string;
  readonly kind: 'contact' | 'agent';
  readonly subjectId: string;
  readonly accountId: string | null;
}

const lifetimeMs = 24 * 60 * 60 * 1000;

export async function insertSession(db: D1Database, session: NewSession, now: number): Promise<void> {
  const { tenantId, secretHash, host, kind, subjectId, accountId } = session;
  await db
    .prepare(
      `insert into sessions (tenant_id, secret_hash, host, kind, subject_id, account_id, challenge_hash,
         created_at, expires_at, idle_expires_at, last_seen_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?2, ?7, ?8, ?8, ?7)`,
    )
    .bind(tenantId, secretHash, host, kind, subjectId, accountId, now, now + lifetimeMs)
    .run();
}

/** An admin of the demo's first customer, and their account's longest request. */
export async function demoReader(db: D1Database) {
  const found = await db
    .prepare(
      `select m.tenant_id as tenantId, m.contact_id as contactId, m.account_id as accountId, h.hostname as host,
         (select number from tickets t where t.tenant_id = m.tenant_id and t.account_id = m.account_id
           order by public_seq desc limit 1) as longest
       from contacts c
       join tenants d on d.id = c.tenant_id and d.slug = 'acme'
       join hostnames h on h.tenant_id = d.id and h.canonical = 1
       join memberships m on m.tenant_id = c.tenant_id and m.contact_id = c.id and m.role = 'admin'
       where c.email = 'nora@northwind.test'`,
    )
    .first<{ tenantId: string; contactId: string; accountId: string; host: string; longest: number }>();
  if (!found) throw new Error('The demo has no nora@northwind.test');
  return found;
}
