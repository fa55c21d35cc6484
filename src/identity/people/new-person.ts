import { audited } from '#audit/audited.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { newId } from '#lib/ids.ts';
import type { Origin } from '#lib/origin.ts';
import { insertPerson } from './people-queries.ts';

interface NewPerson {
  /** Normalized, and nobody's yet: the batch fails on `contact_addresses` where somebody was quicker. */
  readonly email: string;
  readonly by: { readonly kind: 'contact' | 'agent'; readonly id: string };
  readonly origin: Origin;
}

/**
 * A contact whom another names by address, for the batch that needs them: no
 * name, no account. Recorded for the tenant alone: customers who read it would
 * learn which addresses were known before.
 */
export function newPerson(scope: TenantScope, { email, by, origin }: NewPerson) {
  const id = newId('contact', scope.now);
  const statements: readonly Statement<unknown>[] = [
    ...insertPerson(scope, { id, name: '', email }),
    audited(scope, { action: 'contact.added', actor: by, subjectId: id, origin }),
  ];
  return { id, statements };
}
