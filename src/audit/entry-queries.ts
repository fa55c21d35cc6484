import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, type Statement } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';
import type { AuditEvent } from './event.ts';

/** `if-changed` asks SQLite's changes(): how many rows the INSERT, UPDATE or DELETE just before has touched. */
export function insertEntry(scope: TenantScope, event: AuditEvent, when: 'always' | 'if-changed'): Statement<number> {
  const { action, actor, accountId = null, subjectId = null, detail = {}, origin } = event;
  return raw(sql`insert into audit_entries
    (tenant_id, id, action, actor_kind, actor_id, account_id, subject_id, detail, client, place, device, at)
    select ${scope.tenant.id}, ${newId('audit', scope.now)}, ${action}, ${actor.kind}, ${actor.id}, ${accountId},
      ${subjectId}, ${JSON.stringify(detail)}, ${origin.client}, ${origin.place}, ${origin.device}, ${scope.now}
    where ${when === 'always' ? sql`true` : sql`changes() > 0`}`);
}
