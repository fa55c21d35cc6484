import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Origin } from '#lib/origin.ts';
import type { AuditAction } from './actions.ts';
import { insertEntry } from './entry-queries.ts';

export interface AuditEvent {
  readonly action: AuditAction;
  /** `unknown`: somebody who was refused before we knew them. */
  readonly actor: { readonly kind: 'contact' | 'agent' | 'system' | 'unknown'; readonly id: string | null };
  /** The account that it concerns: its admins may read the entry. */
  readonly accountId?: string | null;
  /** Id of whom or what it was done to. */
  readonly subjectId?: string | null;
  /** Plain facts (old and new role, the door …): no names, addresses or secrets. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  readonly origin: Origin;
}

/** The entry of a change, for the change's own batch: what is not recorded did not happen. */
export function audited(scope: TenantScope, event: AuditEvent): Statement<number> {
  return insertEntry(scope, event, 'always');
}

/** The same where the statement just before it in the batch may change no row: then nothing is recorded. */
export function auditedIfChanged(scope: TenantScope, event: AuditEvent): Statement<number> {
  return insertEntry(scope, event, 'if-changed');
}
