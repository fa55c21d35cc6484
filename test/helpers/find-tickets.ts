import { sql } from 'drizzle-orm';
import { run } from '#db/run.ts';
import { rawRows } from '#db/statement.ts';
import { readSearch } from '#lib/search-words.ts';
import { visibleTo } from '#tickets/access-queries.ts';
import { deskIndex, found, requestIndex, searchedTo, snippetOf } from '#tickets/search-queries.ts';
import type { AgentAtWork, ContactAtWork } from './at-work.ts';
import { scopeOf, type TestTenant } from './new-tenant.ts';

interface Hit {
  readonly number: number;
  readonly at: number;
  readonly kind: string;
  readonly snippet: string;
}

/** What a person finds, newest first. */
export async function find(
  tenant: TestTenant,
  who: ContactAtWork | AgentAtWork,
  typed: string,
  before: number | null = null,
) {
  const words = readSearch(typed);
  if (!words) return { hits: [], to: null };
  const scope = await scopeOf(tenant);
  const { claim } = who;
  const index = claim.kind === 'contact' ? requestIndex(scope, claim) : deskIndex(scope);
  const search = { words, before };
  const visible = claim.kind === 'contact' ? visibleTo(scope, claim) : sql`tickets.tenant_id = ${tenant.id}`;
  const { hits, to } = await run(scope.db, {
    hits: rawRows(
      sql`select number, f.at as at, f.kind as kind, ${snippetOf(index, search, sql`f.at`, sql`f.ticket_id`)} as snippet
        from ${found(index, search)} f join tickets on tickets.id = f.ticket_id where ${visible} order by f.at desc`,
      (row): Hit => ({
        number: Number(row['number']),
        at: Number(row['at']),
        kind: String(row['kind']),
        snippet: String(row['snippet']),
      }),
    ),
    to: searchedTo(index, search),
  });
  return { hits, to };
}

/** The numbers of the tickets that a person finds, in their order. */
export const numbersOf = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).hits.map(({ number }) => number);
