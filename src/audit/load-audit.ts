import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { type AuditAction, auditGroups } from './actions.ts';
import type { AuditEntry, AuditName, AuditPage } from './entry.ts';
import type { AuditFilters } from './filters.ts';
import { listEntries, type Row } from './list-queries.ts';

/** How many entries a page shows. */
const pageSize = 50;

/**
 * A page of what was recorded, the newest first. Reads about as many rows as it
 * shows; where two filters meet, at most a thousand entries for each way that
 * leads to them. `before`: the `next` of the page before.
 */
export function loadAudit(
  scope: TenantScope,
  filters: AuditFilters,
  page: { readonly before: string | null; readonly size?: number },
): Statement<AuditPage> {
  const { before, size = pageSize } = page;
  return mapped(listEntries(scope, filters, { before, limit: size + 1 }), (rows) => pageOf(rows, size));
}

function pageOf(rows: readonly Row[], size: number): AuditPage {
  const entries = rows.flatMap((row) => (row.id === null ? [] : [entryOf(row, row.id)]));
  if (entries.length > size) {
    const items = entries.slice(0, size);
    return { items, next: items.at(-1)?.id ?? null, isPartial: false };
  }
  const horizon = rows[0]?.horizon ?? null;
  return { items: entries, next: horizon, isPartial: horizon !== null };
}

const kinds = z.enum(['contact', 'agent', 'system', 'unknown']).catch('unknown');
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).catch({});
const actions: readonly AuditAction[] = Object.values(auditGroups).flat();

function entryOf(row: Row, id: string): AuditEntry {
  const action = actions.find((known) => known === row.text('action'));
  if (!action) throw new Error(`No version of ours recorded ${row.text('action')}`);
  return {
    id,
    at: row.at,
    action,
    actor: {
      kind: kinds.parse(row.text('actorKind')),
      id: row.textOrNull('actorId'),
      name: row.textOrNull('actorName'),
    },
    account: named(row, 'account'),
    subject: named(row, 'subject'),
    detail: facts.parse(JSON.parse(row.text('detail'))),
    client: row.text('client'),
    place: row.text('place'),
    device: row.text('device'),
  };
}

function named(row: Row, what: 'account' | 'subject'): AuditName | null {
  const id = row.textOrNull(`${what}Id`);
  return id === null ? null : { id, name: row.textOrNull(`${what}Name`) };
}
