import { sql } from 'drizzle-orm';
import { contactName } from '#db/contact-name.ts';
import type { TenantScope } from '#db/scopes.ts';
import { rawRows, type SqlValue } from '#db/statement.ts';
import type { AuditFilters } from './filters.ts';
import { walkOf } from './walk-queries.ts';

export interface Row {
  /** Null in the one row of a walk that has found nothing. */
  readonly id: string | null;
  /** Id at which a walk had to end; null where it came to its own end. */
  readonly horizon: string | null;
  readonly text: (column: string) => string;
  readonly textOrNull: (column: string) => string | null;
  readonly at: number;
}

/** A page of entries, the newest first, with the names of today: none is stored in the entries. */
export function listEntries(
  scope: TenantScope,
  filters: AuditFilters,
  page: { readonly before: string | null; readonly limit: number },
) {
  const { horizon, ids } = walkOf(scope, filters, page.before, page.limit);
  return rawRows(
    sql`with horizon(id) as materialized (${horizon})
      select h.id as horizon, e.id as id, e.at as at, e.action as action, e.actor_kind as actorKind,
        e.actor_id as actorId, e.account_id as accountId, e.subject_id as subjectId, e.detail as detail,
        e.client as client, e.place as place, e.device as device,
        coalesce(${contactName('ac')}, aa.name) as actorName, acc.name as accountName,
        coalesce(${contactName('sc')}, sa.name, sacc.name, si.email, sr.email, sk.name, st.number, sf.label, sfo.name, ss.label, sp.label, ste.name) as subjectName
      from horizon h
      left join audit_entries e on e.tenant_id = ${scope.tenant.id} and e.id in (${ids})
      left join contacts ac on ac.tenant_id = e.tenant_id and ac.id = e.actor_id
      left join agents aa on aa.tenant_id = e.tenant_id and aa.id = e.actor_id
      left join accounts acc on acc.tenant_id = e.tenant_id and acc.id = e.account_id
      left join contacts sc on sc.tenant_id = e.tenant_id and sc.id = e.subject_id
      left join agents sa on sa.tenant_id = e.tenant_id and sa.id = e.subject_id
      left join accounts sacc on sacc.tenant_id = e.tenant_id and sacc.id = e.subject_id
      left join invitations si on si.tenant_id = e.tenant_id and si.id = e.subject_id
      left join access_requests sr on sr.tenant_id = e.tenant_id and sr.id = e.subject_id
      left join handoff_keys sk on sk.tenant_id = e.tenant_id and sk.kid = e.subject_id
      left join forms sfo on sfo.tenant_id = e.tenant_id and sfo.id = e.subject_id
      left join tickets st on st.tenant_id = e.tenant_id and st.id = e.subject_id
      left join fields sf on sf.tenant_id = e.tenant_id and sf.id = e.subject_id
      left join statuses ss on ss.tenant_id = e.tenant_id and ss.id = e.subject_id
      left join priorities sp on sp.tenant_id = e.tenant_id and sp.id = e.subject_id
      left join teams ste on ste.tenant_id = e.tenant_id and ste.id = e.subject_id
      order by e.id desc`,
    rowOf,
  );
}

function rowOf(row: Readonly<Record<string, SqlValue>>): Row {
  const textOrNull = (column: string) => {
    const value = row[column] ?? null;
    return value === null ? null : String(value);
  };
  return {
    id: textOrNull('id'),
    horizon: textOrNull('horizon'),
    text: (column) => textOrNull(column) ?? '',
    textOrNull,
    at: Number(row['at']),
  };
}
