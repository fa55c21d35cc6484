import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './field-queries.ts';

/** All fields of the tenant in its order, retired ones last. For contacts' pages see `access`. */
export function listFields(scope: TenantScope): Statement<readonly Field[]> {
  return fieldsOf(scope);
}
