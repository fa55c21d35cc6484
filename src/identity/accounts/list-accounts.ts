import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { cleanLine } from '#lib/text.ts';
import { anyContact, listByName, peopleMost } from './list-queries.ts';

export interface AccountListInput {
  /** How the name begins, as typed. */
  readonly search: string;
  /** The last account of the page before. */
  readonly after: string | null;
}

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
  /** People who may enter; `more`: than counted. */
  readonly people: { readonly n: number; readonly more: boolean };
  readonly openRequests: number;
  readonly newestActivityAt: number | null;
}

export interface AccountPage {
  readonly items: readonly AccountRow[];
  /** The last account's id where there is a next page. */
  readonly next: string | null;
}

const pageSize = 25;

/** A page of the tenant's accounts, by name. */
export function listAccounts(scope: TenantScope, { search, after }: AccountListInput): Statement<AccountPage> {
  const rows = listByName(scope, { prefix: cleanLine(search), after, limit: pageSize + 1 });
  return mapped(rows, (found) => ({
    items: found.slice(0, pageSize).map(({ people, ...row }) => ({
      ...row,
      people: { n: Math.min(people, peopleMost), more: people > peopleMost },
    })),
    next: found.length > pageSize ? (found[pageSize - 1]?.id ?? null) : null,
  }));
}

/** Whether the tenant has any customer yet: an empty desk then shows the first step. */
export function hasContacts(scope: TenantScope): Statement<boolean> {
  return anyContact(scope);
}
