import type { Found } from '#db/statement.ts';
import type { Origin } from '#lib/origin.ts';
import type { AuditAction } from './actions.ts';

export interface AuditEvent {
  readonly action: AuditAction;
  /** `unknown`: somebody who was refused before we knew them. */
  readonly actor: { readonly kind: 'contact' | 'agent' | 'system' | 'unknown'; readonly id: string | Found | null };
  /** The account that it concerns: its admins may read the entry. */
  readonly accountId?: string | Found | null;
  /** Id of whom or what it was done to. */
  readonly subjectId?: string | Found | null;
  /**
   * Plain facts: no names, addresses or secrets. The audit page has words for
   * `role`, `from` and `to` (roles, or a setting's values), `door` (how somebody
   * came in), `reason` (why they did not), `what` (what was changed or exported),
   * `domain` and `host`; others are shown as they are, to the tenant only.
   */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  readonly origin: Origin;
}
