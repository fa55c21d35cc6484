import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { hasRow, raw, rawRows } from '#db/statement.ts';
import type { OwnSession, SessionOwner } from './session-owner.ts';

/** 96 of the hash's 256 bits: enough to tell sessions apart, and no key to any row. */
const publicId = sql`substr(secret_hash, 1, 16)`;

export function livingSessions(scope: TenantScope, owner: SessionOwner, current: string | null) {
  return rawRows(
    sql`select ${publicId} as id, host, device, place, created_at as createdAt, last_seen_at as lastSeenAt, chain,
        secret_hash = ${current} as isThis
      from sessions where ${ofOwner(scope, owner)}
      order by isThis desc, last_seen_at desc, created_at desc, id limit 100`,
    (row): OwnSession => ({
      id: String(row['id']),
      host: String(row['host']),
      device: String(row['device']),
      place: String(row['place']),
      createdAt: Number(row['createdAt']),
      lastSeenAt: Number(row['lastSeenAt']),
      isThis: row['isThis'] === 1,
      chain: row['chain'] === null ? null : String(row['chain']),
    }),
  );
}

export function endLiving(scope: TenantScope, owner: SessionOwner, sessionId: string) {
  return raw(
    sql`update sessions set ended_at = ${scope.now} where ${ofOwner(scope, owner)} and ${publicId} = ${sessionId}`,
  );
}

/** All of a contact's sessions, at every host of the tenant; also those in which agents look as they do. */
export function endAllOfContact(scope: TenantScope, contactId: string) {
  return raw(sql`update sessions set ended_at = ${scope.now} where tenant_id = ${scope.tenant.id}
    and kind in ('contact', 'view-as') and subject_id = ${contactId} and ended_at is null`);
}

function ofOwner(scope: TenantScope, { kind, id }: SessionOwner): SQL {
  return sql`tenant_id = ${scope.tenant.id} and kind = ${kind} and subject_id = ${id} and ended_at is null
    and expires_at > ${scope.now} and idle_expires_at > ${scope.now}`;
}

export function openedSince(scope: TenantScope, secretHash: string, since: number) {
  return hasRow(sql`select 1 as n from sessions
    where tenant_id = ${scope.tenant.id} and secret_hash = ${secretHash} and created_at > ${since}`);
}
