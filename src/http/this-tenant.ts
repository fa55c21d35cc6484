import { Problem } from '#lib/problem.ts';
import type { AppContext } from './context.ts';
import type { Fields } from './fields.ts';
import { tenantField } from './mark-forms.ts';

/** Takes out what `markForms` has put in. Nothing of another tenant's page is looked at further. */
export function ofThisTenant(c: AppContext, { [tenantField]: tenant, ...fields }: Fields): Fields {
  if (tenant === undefined) return fields;
  const claim = c.get('claim');
  if (claim?.kind === 'contact') throw new Problem('invalid', 'unknown_field');
  if (claim && claim.tenantId !== tenant) throw new Problem('conflict', 'other_tenant');
  return fields;
}
