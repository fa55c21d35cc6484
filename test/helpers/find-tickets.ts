import { sql } from 'drizzle-orm';
import { run } from '#db/run.ts';
import { rawRows } from '#db/statement.ts';
import { readSearch } from '#lib/search-words.ts';
import { deskIndex, found, requestIndex, searchedTo, snippetsOf } from '#tickets/search-queries.ts';
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
  const page = found(index, search, undefined, 25);
  const { hits, to } = await run(scope.db, {
    hits: rawRows(
      sql`with page as materialized (select * from ${page}),
          texts as materialized (${snippetsOf(index, search, sql`select at from page`)})
        select number, f.at as at, f.kind as kind, x.snippet as snippet from page f
        cross join tickets on tickets.tenant_id = ${tenant.id} and tickets.id = f.ticket_id
        left join texts x on x.at = f.at order by f.at desc`,
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
