import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { rawRows, type Statement } from '#db/statement.ts';
import type { Viewer } from './access-queries.ts';

export interface ListPerson {
  readonly id: string;
  readonly name: string;
}

/** People that a list offers to choose from. */
const mostPeople = 50;

/**
 * The people of the viewer's account, and the one who is asked for, who may have
 * left since; never a guest, of whom the account knows an address alone. To those
 * who see only their own nobody else is named.
 */
export function listPeople(scope: TenantScope, viewer: Viewer, asked: string | null): Statement<readonly ListPerson[]> {
  const { tenant } = scope;
  const id = viewer.sees === 'account' ? asked : null;
  return rawRows(
    sql`select c.id as id, coalesce(nullif(c.name, ''), c.email) as name from contacts c
      where c.tenant_id = ${tenant.id} and ${viewer.sees === 'account' ? sql`true` : sql`c.id = ${viewer.contactId}`} and c.id in (
        select contact_id from (select m.contact_id from memberships m
          where m.tenant_id = ${tenant.id} and m.account_id = ${viewer.accountId} and m.role <> 'none' limit ${mostPeople})
        union select contact_id from (select p.contact_id from ticket_people p indexed by ticket_people_all
          where p.tenant_id = ${tenant.id} and p.contact_id = ${id} and p.account_id = ${viewer.accountId}
            and p.guest is null limit 1))
      order by 2 collate nocase, 1`,
    (row) => ({ id: String(row['id']), name: String(row['name']) }),
  );
}
