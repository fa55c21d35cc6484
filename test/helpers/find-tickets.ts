import { sql } from 'drizzle-orm';
import { run } from '#db/run.ts';
import { rawRows } from '#db/statement.ts';
import { readSearch } from '#lib/search-words.ts';
import { excerptOf } from '#tickets/excerpt.ts';
import { deskIndex, found, requestIndex, searchedTo, textAt } from '#tickets/search-queries.ts';
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
      sql`with page as materialized (select * from ${page})
        select number, f.at as at, f.kind as kind, ${textAt(sql`f.at`)} as text from page f
        cross join tickets on tickets.tenant_id = ${tenant.id} and tickets.id = f.ticket_id
        order by f.at desc`,
      (row): Hit => ({
        number: Number(row['number']),
        at: Number(row['at']),
        kind: String(row['kind']),
        snippet: excerptOf(String(row['text']), words.phrases),
      }),
    ),
    to: searchedTo(index, search),
  });
  return { hits, to };
}

/** The numbers of the tickets that a person finds, in their order. */
export const numbersOf = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).hits.map(({ number }) => number);
