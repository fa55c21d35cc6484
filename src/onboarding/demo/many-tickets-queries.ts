import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, raw, rawRow, rawRows, type Statement } from '#db/statement.ts';

export interface ManyOf {
  readonly accountId: string;
  readonly contactId: string;
  readonly formId: string;
  readonly priorityId: string;
  /** Ids by category: `{"new":"sta_…"}`. */
  readonly statuses: string;
  /** JSON list of ids. */
  readonly agents: string;
}

/** Numbers of one chunk, both ends included. */
export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

const tenOf = (id: SQL) => sql`((${id}) % 10)`;
const hour = 3_600_000;
/** A number in the text: a bound one is a float to D1, and `7 % 3.0` is no index. */
const whole = (n: number) => sql.raw(String(Math.trunc(n)));

/** One ticket in ten is new, one open, two wait, one is solved; five are closed. */
const categoryOf = (n: SQL) => sql`case ${tenOf(n)} when 0 then 'new' when 1 then 'open' when 2 then 'waiting'
  when 3 then 'waiting' when 4 then 'solved' else 'closed' end`;

/** The same form as lib/ids.ts: 48 bits of time in base32, then chance. Hexadecimal digits are digits of base32 too. */
function newIds(prefix: string, at: SQL): SQL {
  const digit = (of: SQL) => sql`substr('0123456789abcdefghjkmnpqrstvwxyz', (${of}) + 1, 1)`;
  const shifts = [43, 38, 33, 28, 23, 18, 13, 8, 3].map((bits) => digit(sql`(${at} >> ${whole(bits)}) & 31`));
  const time = sql.join([...shifts, digit(sql`(${at} & 7) << 2`)], sql` || `);
  return sql`${sql.raw(`'${prefix}_'`)} || ${time} || lower(hex(randomblob(8)))`;
}

export function highestNumber({ tenant }: TenantScope): Statement<number> {
  const rows = rawRows(
    sql`select coalesce(max(number), 1000) as highest from tickets where tenant_id = ${tenant.id}`,
    (row) => Number(row.highest),
  );
  return mapped(rows, ([highest]) => highest ?? 1000);
}

/** An account, somebody in it, and what tickets need to point at; the first of each. */
export function firstOfAll({ tenant }: TenantScope): Statement<ManyOf | null> {
  return rawRow(
    sql`select m.account_id as account, m.contact_id as contact,
      (select id from forms where tenant_id = m.tenant_id and is_default = 1) as form,
      (select id from priorities where tenant_id = m.tenant_id and is_default = 1) as priority,
      (select json_group_object(category, id) from statuses where tenant_id = m.tenant_id) as statuses,
      (select json_group_array(id) from agents where tenant_id = m.tenant_id) as agents
      from memberships m where m.tenant_id = ${tenant.id} and m.role <> 'none'
      order by m.role, m.contact_id limit 1`,
    (row): ManyOf => ({
      accountId: String(row.account),
      contactId: String(row.contact),
      formId: String(row.form),
      priorityId: String(row.priority),
      statuses: String(row.statuses),
      agents: String(row.agents),
    }),
  );
}

/**
 * Tickets of two years, the newest an hour ago, evenly spread. Their entries
 * follow from the number alone (see `insertManyEntries`).
 */
export function insertManyTickets(
  { tenant, now }: TenantScope,
  { first, last }: NumberRange,
  total: NumberRange,
  of: ManyOf,
): Statement<number> {
  const step = (2 * 365 * 24 * hour) / (total.last - total.first + 1);
  const answered = sql`category in ('waiting', 'solved', 'closed')`;
  const agent = sql`json_extract(${of.agents}, '$[' || (number % json_array_length(${of.agents})) || ']')`;
  const answeredAt = sql`created_at + ${hour / 2}`;
  return raw(sql`insert into tickets (tenant_id, id, number, subject, account_id, requester_id, form_id, status_id,
    category, done, priority_id, assignee_id, source, seq, activity_at, public_seq, public_activity_at,
    last_author_kind, last_author_id, last_message_at, last_customer_at, waiting_since, solved_at, closed_at, created_at)
  with recursive numbers(number) as (select cast(${first} as integer) union all select number + 1 from numbers where number < ${last}),
  made as (select number, ${categoryOf(sql`number`)} as category,
    cast(${now - hour} - (${total.last} - number) * ${step} as integer) as created_at from numbers)
  select ${tenant.id}, ${newIds('tkt', sql`created_at`)}, number,
    json_extract(${JSON.stringify(subjects)}, '$[' || (number % ${whole(subjects.length)}) || ']') || ' ' || number,
    ${of.accountId}, ${of.contactId}, ${of.formId}, json_extract(${of.statuses}, '$.' || category),
    category, category in ('solved', 'closed'), ${of.priorityId}, case when number % 3 > 0 then ${agent} end, 'portal',
    case category when 'new' then 2 when 'open' then 3 else 4 end,
    case when category = 'new' then created_at else ${answeredAt} end,
    case category when 'new' then 2 when 'open' then 3 else 4 end,
    case when category = 'new' then created_at else ${answeredAt} end,
    case when ${answered} then 'agent' else 'contact' end,
    case when ${answered} then ${agent} else ${of.contactId} end,
    case when ${answered} then ${answeredAt} else created_at end, created_at,
    case when ${answered} then null else created_at end,
    case when category in ('solved', 'closed') then ${answeredAt} end,
    case when category = 'closed' then ${answeredAt} end, created_at
  from made`);
}

/** What belongs to the tickets of these numbers: the requester, both messages, the events. */
export function insertManyEntries(
  { tenant }: TenantScope,
  range: NumberRange,
  of: ManyOf,
): readonly Statement<number>[] {
  const chunk = sql`from tickets t where t.tenant_id = ${tenant.id} and t.number between ${range.first} and ${range.last}`;
  const agent = sql`json_extract(${of.agents}, '$[' || (t.number % json_array_length(${of.agents})) || ']')`;
  const body = (texts: readonly string[]) =>
    sql`json_extract(${JSON.stringify(texts)}, '$[' || (t.number % ${whole(texts.length)}) || ']')`;
  const columns = sql`(tenant_id, id, ticket_id, seq, public_seq, author_kind, author_id, body, via, created_at)`;
  const eventColumns = sql`(tenant_id, id, ticket_id, seq, public_seq, kind, actor_kind, actor_id, data, public_data, created_at)`;
  return [
    sql`insert into ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
      select t.tenant_id, t.id, t.requester_id, t.account_id, 'requester', t.done, t.public_activity_at ${chunk}`,
    sql`insert into messages ${columns} select t.tenant_id, ${newIds('msg', sql`t.created_at`)}, t.id, 1, 1,
      'contact', t.requester_id, ${body(questions)}, 'portal', t.created_at ${chunk}`,
    sql`insert into events ${eventColumns} select t.tenant_id, ${newIds('evt', sql`t.created_at`)}, t.id, 2, 2,
      'opened', 'contact', t.requester_id, '{}', '{}', t.created_at ${chunk}`,
    sql`insert into messages ${columns} select t.tenant_id, ${newIds('msg', sql`t.activity_at`)}, t.id, 3, 3,
      'agent', ${agent}, ${body(answers)}, 'agent', t.activity_at ${chunk} and t.last_author_kind = 'agent'`,
    sql`insert into events ${eventColumns} select t.tenant_id, ${newIds('evt', sql`t.activity_at`)}, t.id, t.seq, t.public_seq,
      'status', 'agent', ${agent},
      json_object('from', json_object('id', f.id, 'category', f.category, 'label', f.label),
        'to', json_object('id', s.id, 'category', s.category, 'label', s.label)),
      json_object('change', iif(t.done = 1, t.category, 'label'), 'label', s.public_label), t.activity_at
      from tickets t join statuses s on s.tenant_id = t.tenant_id and s.id = t.status_id
      join statuses f on f.tenant_id = t.tenant_id and f.category = 'new'
      where t.tenant_id = ${tenant.id} and t.number between ${range.first} and ${range.last} and t.category <> 'new'`,
  ].map(raw);
}

const subjects = [
  'Robot waits at gate',
  'Sensor reads low in row',
  'Label does not scan on crate',
  'Question about invoice',
];
const questions = [
  'It stands still since the morning shift, and a restart has not helped. The display says `E-214`. Could somebody have a look?',
  'Since yesterday the value is **two degrees** too low.\n\n- cleaned\n- battery is new\n- the one beside it is fine',
  'Can you tell me what the second line stands for? Our accountants ask, and I would like to give them a good answer.',
];
const answers = [
  'Thank you for the exact words! Please wipe the small window at the front and send it once more; if it stops again, we change the seal.',
  'That is the calibration, not the sensor. I have corrected it from here: it should read right from the next hour on.',
];
