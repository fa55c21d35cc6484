import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow, rawRows } from '#db/statement.ts';
import { type Viewer, visibleTicketId } from '../access-queries.ts';
import type { EntryFile } from '../entry-files.ts';

const most = 100;

/** The files of a message `m`, in their order, as JSON. */
const itsFiles = sql`(select json_group_array(json_object('id', a.id, 'name', a.name, 'size', a.size, 'type', a.type,
    'width', a.width, 'height', a.height) order by a.ordinal) from attachments a
  where a.tenant_id = m.tenant_id and a.ticket_id = m.ticket_id and a.place = 'message' and a.place_id = m.id)`;

const filesShape = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    size: z.number(),
    type: z.string(),
    width: z.number().nullable(),
    height: z.number().nullable(),
  }),
);

function filesIn(json: unknown): readonly EntryFile[] {
  return filesShape.parse(JSON.parse(String(json)));
}

/** Who wrote a message, and by which number their pages know it. */
export interface Editor {
  readonly kind: 'contact' | 'agent';
  readonly id: string;
}

/** One's own message of the ticket of this number: by its public number for contacts, by its full one for agents. */
export function ownMessage(scope: TenantScope, by: Editor, number: number, entry: number) {
  const place = by.kind === 'contact' ? sql`m.public_seq` : sql`m.seq`;
  return rawRow(
    sql`select m.id as id, m.seq as seq, m.public_seq as publicSeq, m.body as body, ${itsFiles} as files,
        m.created_at as sentAt, (select count(*) from message_versions v
          where v.tenant_id = m.tenant_id and v.message_id = m.id) as edits
      from tickets t join messages m on m.tenant_id = t.tenant_id and m.ticket_id = t.id and ${place} = ${entry}
      where t.tenant_id = ${scope.tenant.id} and t.number = ${number}
        and m.author_kind = ${by.kind} and m.author_id = ${by.id}`,
    (row) => ({
      id: String(row['id']),
      seq: Number(row['seq']),
      publicSeq: Number(row['publicSeq']),
      body: String(row['body']),
      files: filesIn(row['files']),
      sentAt: Number(row['sentAt']),
      edits: Number(row['edits']),
    }),
  );
}

/** Keeps what a message says before it says something else. */
export function keepVersion(scope: TenantScope, messageId: string) {
  return raw(sql`insert into message_versions (tenant_id, message_id, version, body, written_at)
    select m.tenant_id, m.id, 1 + (select count(*) from message_versions v
      where v.tenant_id = m.tenant_id and v.message_id = m.id), m.body, coalesce(m.edited_at, m.created_at)
    from messages m where m.tenant_id = ${scope.tenant.id} and m.id = ${messageId}`);
}

export function changeBody(scope: TenantScope, messageId: string, body: string) {
  return raw(sql`update messages set body = ${body}, edited_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and id = ${messageId}`);
}

/** Messages that were edited after a public entry, as they read now, where the viewer may see the ticket. */
export function editedFor(scope: TenantScope, viewer: Viewer, number: number, after: number) {
  return rawRows(
    sql`select m.public_seq as entry, m.author_kind as authorKind, m.author_id as authorId, m.body as body,
        ${itsFiles} as files, m.created_at as sentAt, m.edited_at as editedAt
      from events e join messages m on m.tenant_id = e.tenant_id and m.ticket_id = e.ticket_id
        and m.public_seq = e.public_data ->> 'entry'
      where e.tenant_id = ${scope.tenant.id} and e.ticket_id = (${visibleTicketId(scope, viewer, number)})
        and e.public_seq > ${after} and e.kind = 'edited' group by m.id limit ${most}`,
    editedOf,
  );
}

/** The same for agents, by full numbers. */
export function editedOnDesk(scope: TenantScope, number: number, after: number) {
  return rawRows(
    sql`select m.seq as entry, m.author_kind as authorKind, m.author_id as authorId, m.body as body,
        ${itsFiles} as files, m.created_at as sentAt, m.edited_at as editedAt
      from tickets t join events e on e.tenant_id = t.tenant_id and e.ticket_id = t.id
        and e.seq > ${after} and e.kind = 'edited'
      join messages m on m.tenant_id = e.tenant_id and m.ticket_id = e.ticket_id and m.seq = e.data ->> 'entry'
      where t.tenant_id = ${scope.tenant.id} and t.number = ${number} group by m.id limit ${most}`,
    editedOf,
  );
}

/** All that a message ever said, the first words first; for agents. */
export function versionsOf(scope: TenantScope, number: number, entry: number) {
  return rawRows(
    sql`select v.body as body, m.body as now, ${itsFiles} as files, v.written_at as writtenAt, v.version as version
      from tickets t join messages m on m.tenant_id = t.tenant_id and m.ticket_id = t.id and m.seq = ${entry}
      join message_versions v on v.tenant_id = m.tenant_id and v.message_id = m.id
      where t.tenant_id = ${scope.tenant.id} and t.number = ${number} order by v.version limit ${most}`,
    (row) => ({
      body: String(row['body']),
      now: String(row['now']),
      files: filesIn(row['files']),
      writtenAt: Number(row['writtenAt']),
      version: Number(row['version']),
    }),
  );
}

function editedOf(row: Readonly<Record<string, string | number | null>>) {
  return {
    entry: Number(row['entry']),
    author: {
      kind: row['authorKind'] === 'agent' ? ('agent' as const) : ('contact' as const),
      id: String(row['authorId']),
    },
    body: String(row['body']),
    files: filesIn(row['files']),
    sentAt: Number(row['sentAt']),
    editedAt: Number(row['editedAt']),
  };
}
