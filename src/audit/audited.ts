import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { insertEntry } from './entry-queries.ts';
import type { AuditEvent } from './event.ts';

/** The entry of a change, for the change's own batch: what is not recorded did not happen. */
export function audited(scope: TenantScope, event: AuditEvent): Statement<number> {
  return insertEntry(scope, event, 'always');
}

/** The same where the statement just before it in the batch may change no row: then nothing is recorded. */
export function auditedIfChanged(scope: TenantScope, event: AuditEvent): Statement<number> {
  return insertEntry(scope, event, 'if-changed');
}
