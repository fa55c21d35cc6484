import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { attachments } from '#db/schema/files.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, named, raw, rawRow, write } from '#db/statement.ts';
import { filesPerForm } from '#lib/files-per-form.ts';
import { bytesPerContactDay, unsentPerOwner } from './limits.ts';
import type { FileOwner, UploadedFile } from './upload.ts';

export interface NewFile extends UploadedFile {
  readonly draft: string;
  readonly objectKey: string;
  readonly sha256: string;
}

function ofOwner(scope: TenantScope, owner: FileOwner) {
  return and(
    eq(attachments.tenantId, scope.tenant.id),
    eq(attachments.ownerKind, owner.kind),
    eq(attachments.ownerId, owner.id),
  );
}

function unsentOf(scope: TenantScope, owner: FileOwner): SQL {
  return sql`from attachments where tenant_id = ${scope.tenant.id} and owner_kind = ${owner.kind}
    and owner_id = ${owner.id} and attached_at is null`;
}

/** What the owner has unsent, in this form and in all; and what the tenant keeps. Bounded by the limits themselves. */
export function findRoom(scope: TenantScope, owner: FileOwner, draft: string) {
  const { id: tenantId } = scope.tenant;
  const unsent = unsentOf(scope, owner);
  return rawRow(
    sql`select s.storage_quota as quota, coalesce(c.bytes, 0) as kept,
      (select count(*) ${unsent} and draft = ${draft}) as here,
      ${takenToday(scope, owner)} as today, (select count(*) ${unsent}) as files, (select coalesce(sum(size), 0) ${unsent}) as bytes
      from tenant_settings s left join storage_counts c on c.tenant_id = s.tenant_id where s.tenant_id = ${tenantId}`,
    (row) => {
      const n = (name: string) => Number(row[name]);
      const left = [n('quota') - n('kept'), unsentPerOwner.bytes - n('bytes'), mostToday(owner) - n('today')];
      return {
        bytes: Math.max(0, Math.min(...left)),
        files: Math.max(0, Math.min(filesPerForm - n('here'), unsentPerOwner.files - n('files'))),
      };
    },
  );
}

/** Keeps the row where storage, owner and form still have room for it: two uploads at once see each other here. */
export function insertFile(scope: TenantScope, owner: FileOwner, file: NewFile) {
  const { id: tenantId } = scope.tenant;
  const unsent = unsentOf(scope, owner);
  return raw(sql`insert into attachments
    (tenant_id, id, owner_kind, owner_id, draft, name, size, type, width, height, object_key, sha256, created_at)
    select ${tenantId}, ${file.id}, ${owner.kind}, ${owner.id}, ${file.draft}, ${file.name}, ${file.size},
      ${file.type}, ${file.width}, ${file.height}, ${file.objectKey}, ${file.sha256}, ${scope.now}
    from tenant_settings s where s.tenant_id = ${tenantId}
      and coalesce((select bytes from storage_counts where tenant_id = ${tenantId}), 0) + ${file.size} <= s.storage_quota
      and ${takenToday(scope, owner)} + ${file.size} <= ${mostToday(owner)}
      and (select count(*) ${unsent}) < ${unsentPerOwner.files}
      and (select coalesce(sum(size), 0) ${unsent}) + ${file.size} <= ${unsentPerOwner.bytes}
      and (select count(*) ${unsent} and draft = ${file.draft}) < ${filesPerForm}`);
}

/** Counts a file's bytes to its owner's day, where the statement before it has kept the file. */
export function countTaken(scope: TenantScope, owner: FileOwner, size: number) {
  return raw(sql`insert into counters (tenant_id, scope_key, "window", n)
    select ${scope.tenant.id}, ${takenKey(owner)}, ${dayOf(scope)}, ${size} where changes() > 0
    on conflict (tenant_id, scope_key, "window") do update set n = n + excluded.n`);
}

function takenToday(scope: TenantScope, owner: FileOwner): SQL {
  return sql`coalesce((select n from counters where tenant_id = ${scope.tenant.id}
    and scope_key = ${takenKey(owner)} and "window" = ${dayOf(scope)}), 0)`;
}

function takenKey({ kind, id }: FileOwner): string {
  return `files|${kind}|${id}`;
}

/** The beginning of its day (UTC). */
function dayOf({ now }: TenantScope): number {
  return now - (now % (24 * 60 * 60 * 1000));
}

/** Agents are the company's own. */
function mostToday({ kind }: FileOwner): number {
  return kind === 'contact' ? bytesPerContactDay : Number.MAX_SAFE_INTEGER;
}

/** Everything that was uploaded for this form, sent or not, in the order of its coming. */
export function listOfDraft(scope: TenantScope, owner: FileOwner, draft: string) {
  return many(
    build
      .select({
        ...named({
          id: attachments.id,
          name: attachments.name,
          size: attachments.size,
          type: attachments.type,
          width: attachments.width,
          height: attachments.height,
          sha256: attachments.sha256,
          attachedAt: attachments.attachedAt,
        }),
      })
      .from(attachments)
      .where(and(ofOwner(scope, owner), eq(attachments.draft, draft)))
      .orderBy(attachments.createdAt, attachments.id)
      .limit(filesPerForm * 4),
  );
}

/** The object of a file that its owner has not sent. */
export function findUnsent(scope: TenantScope, owner: FileOwner, draft: string, id: string) {
  return rawRow(
    sql`select object_key from attachments where tenant_id = ${scope.tenant.id} and id = ${id}
      and owner_kind = ${owner.kind} and owner_id = ${owner.id} and draft = ${draft} and attached_at is null`,
    (row) => String(row['object_key']),
  );
}

/** Takes unsent files away; one that was sent meanwhile stays. */
export function deleteUnsent(scope: TenantScope, ids: readonly string[]) {
  return write(
    build
      .delete(attachments)
      .where(
        and(
          eq(attachments.tenantId, scope.tenant.id),
          inArray(attachments.id, [...ids]),
          isNull(attachments.attachedAt),
        ),
      ),
  );
}
