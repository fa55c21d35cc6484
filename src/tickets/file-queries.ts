import { and, eq, gte, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { attachments } from '#db/schema/files.ts';
import { fields } from '#db/schema/forms.ts';
import type { messages, notes } from '#db/schema/threads.ts';
import { tickets } from '#db/schema/tickets.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import { build, many, named, one } from '#db/statement.ts';
import { type Viewer, visibleTo } from './access-queries.ts';

// Who may fetch a file is who may see what it hangs on, asked at each request.

const shown = named({
  id: attachments.id,
  name: attachments.name,
  size: attachments.size,
  type: attachments.type,
  width: attachments.width,
  height: attachments.height,
});
const stored = { ...shown, ...named({ objectKey: attachments.objectKey, sha256: attachments.sha256 }) };

const ofTenant = (scope: GivenScope) => eq(attachments.tenantId, scope.tenant.id);
const ofId = (scope: TenantScope, id: string) => and(ofTenant(scope), eq(attachments.id, id));
const isUnsent = isNull(attachments.attachedAt);
const itsTicket = and(eq(tickets.tenantId, attachments.tenantId), eq(tickets.id, attachments.ticketId));

/** On what contacts may read: a message, or a field that is open to them. Never a note. */
const isPublic = or(
  eq(attachments.place, 'message'),
  and(
    eq(attachments.place, 'field'),
    sql`exists (select 1 from ${fields} where ${fields.tenantId} = ${attachments.tenantId}
      and ${fields.id} = ${attachments.placeId} and ${fields.portalAccess} <> 'none')`,
  ),
);

/** A file of a request that the viewer may see; `isOwnToo`: or one that they uploaded and have not sent. */
export function fileForContact(
  scope: TenantScope,
  viewer: Viewer,
  { id, isOwnToo }: { readonly id: string; readonly isOwnToo: boolean },
) {
  const own = and(isUnsent, eq(attachments.ownerKind, 'contact'), eq(attachments.ownerId, viewer.contactId));
  return one(
    build
      .select(stored)
      .from(attachments)
      .leftJoin(tickets, itsTicket)
      .where(and(ofId(scope, id), or(and(isPublic, visibleTo(scope, viewer)), isOwnToo ? own : undefined))),
  );
}

/** The same for the holder of a link: of that one ticket. Whether they may see it is `readAsLinkHolder`'s to say. */
export function fileForLink(
  scope: TenantScope,
  { contactId, ticketId }: { readonly contactId: string; readonly ticketId: string },
  id: string,
) {
  const own = and(isUnsent, eq(attachments.ownerKind, 'contact'), eq(attachments.ownerId, contactId));
  return one(
    build
      .select(stored)
      .from(attachments)
      .where(and(ofId(scope, id), or(and(eq(attachments.ticketId, ticketId), isPublic), own))),
  );
}

/** Any file of the tenant's tickets, or one that the agent uploaded and has not sent. */
export function fileForAgent(scope: TenantScope, agentId: string, id: string) {
  const own = and(isUnsent, eq(attachments.ownerKind, 'agent'), eq(attachments.ownerId, agentId));
  return one(
    build
      .select(stored)
      .from(attachments)
      .where(and(ofId(scope, id), or(sql`${attachments.attachedAt} is not null`, own))),
  );
}

/** Messages at the beginning of a window that say from which id on its files stand: clocks differ by little. */
const skewed = 5;
/** A window of entries, each with all the files that it may have. */
const entryFilesMost = 2000;

interface EntriesFrom {
  readonly place: 'message' | 'note';
  readonly ticketId: SQLWrapper;
  /** The number that the window begins with, and in which column. */
  readonly column: typeof messages.seq | typeof messages.publicSeq | typeof notes.seq;
  readonly first: SQL | number;
}

/**
 * The files of a ticket's messages or notes from an entry on. Ids sort by time,
 * so the index leads to them; those of the entries before are not read.
 */
export function entryFiles(
  scope: GivenScope,
  entry: typeof messages | typeof notes,
  { place, ticketId, column, first }: EntriesFrom,
) {
  const begin = build
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.tenantId, scope.tenant.id), sql`${entry.ticketId} = (${ticketId})`, gte(column, first)))
    .orderBy(column)
    .limit(skewed);
  return many(
    build
      .select({ ...shown, ...named({ entryId: attachments.placeId }) })
      .from(attachments)
      .where(
        and(
          ofTenant(scope),
          sql`${attachments.ticketId} = (${ticketId})`,
          eq(attachments.place, place),
          sql`${attachments.placeId} >= (select min(id) from (${begin}))`,
        ),
      )
      .orderBy(attachments.placeId, attachments.ordinal)
      .limit(entryFilesMost),
  );
}
