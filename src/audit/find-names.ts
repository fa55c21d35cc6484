import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { accountCalled, idsOfAddress, nameOfAccount, namesOfPeople } from './name-queries.ts';

/** What was typed to filter by. */
export interface Typed {
  readonly address: string;
  readonly account: string;
}

/**
 * The ids behind what was typed, none where there is nobody. `within`: an
 * account, whose admins find its own people only.
 */
export function findTyped(scope: TenantScope, typed: Typed, within: string | null) {
  const people = idsOfAddress(scope, typed.address.trim().toLowerCase(), within);
  const accounts = mapped(accountCalled(scope, typed.account.trim()), ([id]) => id ?? null);
  return { typedPeople: people, typedAccount: accounts };
}

/** What the people and the account of a filter are called, by id. */
export function findNames(
  scope: TenantScope,
  ids: { readonly people: readonly string[]; readonly accountId: string | null },
  within: string | null,
): { readonly names: Statement<ReadonlyMap<string, string>>; readonly accountName: Statement<string | null> } {
  return {
    names: mapped(
      namesOfPeople(scope, ids.people, within),
      (rows) => new Map(rows.map(({ id, name }) => [id, name] as const)),
    ),
    accountName: mapped(nameOfAccount(scope, ids.accountId ?? ''), ([row]) => row?.name ?? null),
  };
}
