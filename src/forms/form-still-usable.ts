import type { TenantScope } from '#db/scopes.ts';
import type { Found } from '#db/statement.ts';
import { usableNow } from './asked-form-queries.ts';
import type { Asker } from './wanted-form.ts';

/** Whether the asker may use the form while a statement runs: what was read a trip ago may be over. */
export function formStillUsable(scope: TenantScope, asker: Asker, formId: string): Found {
  return usableNow(scope, asker, formId);
}
