import type { Origin } from '#lib/origin.ts';
import type { AuditAction } from './actions.ts';

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
