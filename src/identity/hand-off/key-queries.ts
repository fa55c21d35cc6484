import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { handoffKeys } from '#db/schema/hand-off.ts';
import { agents } from '#db/schema/people.ts';
import { tenantSettings } from '#db/schema/tenancy.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, many, mapped, named, namedOrNull, one, raw, rawRows, type Statement, write } from '#db/statement.ts';

/** A tenant has at most so many that live. */
const mostLiveKeys = 10;

/** The keys that are not revoked. */
export function liveKeys(scope: TenantScope) {
  return many(
    build
      .select({
        ...named({ kid: handoffKeys.kid, algorithm: handoffKeys.algorithm, issuer: handoffKeys.issuer }),
        ...namedOrNull({
          secret: handoffKeys.secret,
          publicKey: handoffKeys.publicKey,
          jwksUrl: handoffKeys.jwksUrl,
        }),
      })
      .from(handoffKeys)
      .where(and(eq(handoffKeys.tenantId, scope.tenant.id), isNull(handoffKeys.revokedAt)))
      .orderBy(asc(handoffKeys.createdAt), asc(handoffKeys.kid))
      .limit(mostLiveKeys),
  );
}

/** What a hand-off may create. */
export function creationRule(scope: TenantScope) {
  return mapped(
    one(
      build
        .select(named({ creates: tenantSettings.handoffCreates }))
        .from(tenantSettings)
        .where(eq(tenantSettings.tenantId, scope.tenant.id)),
    ),
    (row) => row?.creates ?? 'nothing',
  );
}

/** Keys as their list shows them, the newest first, revoked ones last. No secret is read. */
export function listedKeys(scope: TenantScope) {
  return many(
    build
      .select({
        ...named({
          kid: handoffKeys.kid,
          name: handoffKeys.name,
          algorithm: handoffKeys.algorithm,
          issuer: handoffKeys.issuer,
          createdAt: handoffKeys.createdAt,
        }),
        ...namedOrNull({
          jwksUrl: handoffKeys.jwksUrl,
          lastUsedAt: handoffKeys.lastUsedAt,
          revokedAt: handoffKeys.revokedAt,
        }),
        createdBy: sql<string | null>`${agents.name}`.as('createdBy'),
      })
      .from(handoffKeys)
      .leftJoin(agents, and(eq(agents.tenantId, handoffKeys.tenantId), eq(agents.id, handoffKeys.createdBy)))
      .where(eq(handoffKeys.tenantId, scope.tenant.id))
      .orderBy(sql`${handoffKeys.revokedAt} is not null`, desc(handoffKeys.createdAt), asc(handoffKeys.kid))
      .limit(50),
  );
}

/** Writes a key while there is room; a `kid` that was ever used violates the primary key. */
export function insertKey(
  scope: TenantScope,
  row: Omit<typeof handoffKeys.$inferInsert, 'tenantId' | 'createdAt'>,
): Statement<number> {
  const { kid, name, algorithm, issuer, secret = null, publicKey = null, jwksUrl = null, createdBy } = row;
  return raw(sql`insert into handoff_keys
      (tenant_id, kid, name, algorithm, issuer, secret, public_key, jwks_url, created_by, created_at)
    select ${scope.tenant.id}, ${kid}, ${name}, ${algorithm}, ${issuer}, ${secret}, ${publicKey}, ${jwksUrl},
      ${createdBy}, ${scope.now}
    where (select count(*) from handoff_keys where tenant_id = ${scope.tenant.id} and revoked_at is null) < ${mostLiveKeys}`);
}

/** Ends a key for good; its secret is forgotten with it. */
export function endKey(scope: TenantScope, kid: string): Statement<number> {
  return write(
    build
      .update(handoffKeys)
      .set({ revokedAt: scope.now, secret: null })
      .where(and(thisKey(scope, kid), isNull(handoffKeys.revokedAt))),
  );
}

export function markKeyUsed(scope: TenantScope, kid: string): Statement<number> {
  return write(build.update(handoffKeys).set({ lastUsedAt: scope.now }).where(thisKey(scope, kid)));
}

/** Where the tenant's product signs in, and what a hand-off may create. */
export function handOffSettings(scope: TenantScope) {
  return one(
    build
      .select({
        ...named({ creates: tenantSettings.handoffCreates, atOnce: tenantSettings.remoteSignInAtOnce }),
        ...namedOrNull({ remoteUrl: tenantSettings.remoteSignInUrl }),
      })
      .from(tenantSettings)
      .where(eq(tenantSettings.tenantId, scope.tenant.id)),
  );
}

/** Writes them where they differ, with the next version, so that every page's copy is read anew. */
export function changeHandOffSettings(
  scope: TenantScope,
  to: { readonly remoteUrl: string | null; readonly atOnce: number; readonly creates: string },
): Statement<number> {
  return raw(sql`update tenant_settings set remote_sign_in_url = ${to.remoteUrl},
      remote_sign_in_at_once = ${to.atOnce}, handoff_creates = ${to.creates}, version = version + 1
    where tenant_id = ${scope.tenant.id}
      and (remote_sign_in_url is not ${to.remoteUrl} or remote_sign_in_at_once <> ${to.atOnce} or handoff_creates <> ${to.creates})`);
}

/** How many tokens were refused lately, newest first. */
export function listedRefusals(scope: TenantScope, most: number) {
  return rawRows(
    sql`select reason, kid, at from handoff_refusals where tenant_id = ${scope.tenant.id} order by id desc limit ${most}`,
    (row) => ({
      reason: String(row['reason']),
      kid: row['kid'] === null ? null : String(row['kid']),
      at: Number(row['at']),
    }),
  );
}

export function insertRefusal(
  scope: TenantScope,
  row: { readonly id: string; readonly reason: string; readonly kid: string | null },
): Statement<number> {
  return raw(sql`insert into handoff_refusals (tenant_id, id, reason, kid, at)
    values (${scope.tenant.id}, ${row.id}, ${row.reason}, ${row.kid}, ${scope.now})`);
}

/** Keeps the newest. */
export function deleteOlderRefusals(scope: TenantScope, most: number): Statement<number> {
  return raw(sql`delete from handoff_refusals where tenant_id = ${scope.tenant.id} and id not in
    (select id from handoff_refusals where tenant_id = ${scope.tenant.id} order by id desc limit ${most})`);
}

function thisKey(scope: TenantScope, kid: string) {
  return and(eq(handoffKeys.tenantId, scope.tenant.id), eq(handoffKeys.kid, kid));
}
