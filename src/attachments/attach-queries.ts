import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw } from '#db/statement.ts';
import { unsentLifetimeMs } from './limits.ts';
import type { FileOwner } from './upload.ts';

export interface FilePlace {
  readonly place: 'message' | 'note' | 'field';
  /** Id of the message, note or field. */
  readonly placeId: string;
  readonly ticketId: string;
}

/** Files in their order, by the form that they were uploaded for. */
export interface FileChoice {
  readonly owner: FileOwner;
  readonly draft: string;
  readonly ids: readonly string[];
}

/**
 * Fails the batch unless each of them is the owner's, of this form, and unsent:
 * `created_at` of the ticket then becomes NULL, which it may not be (db/run.ts
 * isGuarded).
 */
export function requireUnsent(scope: TenantScope, ticketId: string, { owner, draft, ids }: FileChoice) {
  return raw(sql`update tickets set created_at = case when ${ids.length} = (
      select count(*) from json_each(${JSON.stringify(ids)}) j
      join attachments a on a.tenant_id = ${scope.tenant.id} and a.id = j.value
      where a.owner_kind = ${owner.kind} and a.owner_id = ${owner.id} and a.draft = ${draft} and a.attached_at is null
        and a.created_at > ${scope.now - unsentLifetimeMs}
    ) then created_at end
    where tenant_id = ${scope.tenant.id} and id = ${ticketId}`);
}

/** Puts them where they belong, in the order of the list. */
export function placeFiles(scope: TenantScope, { place, placeId, ticketId }: FilePlace, { ids }: FileChoice) {
  return raw(sql`update attachments set ticket_id = ${ticketId}, place = ${place}, place_id = ${placeId},
      attached_at = ${scope.now}, ordinal = j.key
    from json_each(${JSON.stringify(ids)}) j
    where attachments.tenant_id = ${scope.tenant.id} and attachments.id = j.value and attachments.attached_at is null`);
}
