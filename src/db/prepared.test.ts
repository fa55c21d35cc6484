import { eq, sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { prepared } from './prepared.ts';
import { run } from './run.ts';
import { tenantSettings } from './schema/tenancy.ts';
import type { Slot } from './slot.ts';
import { build, named, one, rawRow } from './statement.ts';

test('a query is written once and answers each call with its own tenant and values', async () => {
  const write = vi.fn();
  const settings = prepared((scope, factor: Slot<number>, word: Slot<string | null>) => {
    write();
    return one(
      build
        .select({
          ...named({ tenantId: tenantSettings.tenantId }),
          ...{ twice: sql<number>`${factor} * 2`.as('twice'), word: sql<string | null>`${word}`.as('word') },
          ...{ now: sql<number>`${scope.now}`.as('now') },
        })
        .from(tenantSettings)
        .where(eq(tenantSettings.tenantId, scope.tenant.id)),
    );
  });
  const [acme, globex] = [await newTenant(), await newTenant()];
  const first = await scopeOf(acme, 5);
  const second = await scopeOf(globex, 6);
  // Both are asked before either runs: one keeps nothing of the other.
  const asked = [settings(first, 7, 'it'), settings(second, 8, null)] as const;
  const { a } = await run(first.db, { a: asked[0] });
  const { b } = await run(second.db, { b: asked[1] });
  expect(a).toEqual({ tenantId: acme.id, twice: 14, word: 'it', now: 5 });
  expect(b).toEqual({ tenantId: globex.id, twice: 16, word: null, now: 6 });
  expect(write).toHaveBeenCalledTimes(1);
});

test('a query that forgets its tenant is refused', async () => {
  const all = prepared((_scope, n: Slot<number>) => rawRow(sql`select ${n} as n`, ({ n }) => n));
  const scope = await scopeOf(await newTenant());
  expect(() => all(scope, 1)).toThrow('no tenant');
});

test('a slot is never taken for its value', async () => {
  const mixed = prepared((scope, id: Slot<string>) =>
    rawRow(sql`select ${`agent:${id}`} as of where ${scope.tenant.id} = ''`, ({ of }) => of),
  );
  const scope = await scopeOf(await newTenant());
  expect(() => mixed(scope, 'agt_1')).toThrow('taken for its value');
});
