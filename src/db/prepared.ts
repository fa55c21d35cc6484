import type { GivenScope, TenantScope } from './scopes.ts';
import { Slot } from './slot.ts';
import type { SqlValue, Statement } from './statement.ts';

type Values = readonly SqlValue[];
export type Slots<A extends Values> = { readonly [K in keyof A]: Slot<A[K]> };

/**
 * A query whose text is built once, at its first use; from then on a call only
 * fills the slots. To build a text takes longer than to run it. What the text
 * itself depends on cannot be a slot: prepare one query for each. Throws where
 * the text does not ask for the tenant.
 */
export function prepared<A extends Values, T>(make: (scope: GivenScope, ...given: Slots<A>) => Statement<T>) {
  let built: Statement<T> | undefined;
  return ({ tenant, now }: TenantScope, ...given: A): Statement<T> => {
    built ??= withSlots(make);
    const values: Values = [tenant.id, now, ...given];
    const params = built.params.map((param) => (param instanceof Slot ? (values[param.at] ?? null) : param));
    return { ...built, params };
  };
}

const tenant = new Slot<string>(0);
const now = new Slot<number>(1);
/** More than any query is given. */
const others = Array.from({ length: 10 }, (_, i) => new Slot(2 + i));

function withSlots<A extends Values, T>(make: (scope: GivenScope, ...given: Slots<A>) => Statement<T>): Statement<T> {
  // How many it takes, and of what kind, is its type's to say.
  const statement = make({ tenant: { id: tenant }, now }, ...(others as unknown as Slots<A>));
  if (!statement.params.includes(tenant)) throw new Error(`It asks for no tenant: ${statement.sql}`);
  return statement;
}
