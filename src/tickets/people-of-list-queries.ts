import { type SQL, sql } from 'drizzle-orm';
import { contactName } from '#db/contact-name.ts';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, rawRows, type Statement } from '#db/statement.ts';
import type { ContactRole } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import type { Viewer } from './access-queries.ts';
import type { RequestQuery } from './request-query.ts';

export interface ListPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface ListPeople {
  /** To choose from: of the account, and whoever is chosen already. */
  readonly offered: readonly ListPerson[];
  /** Whose name has in it what was typed, or whose address is that; for admins also a part of one. */
  readonly matches: readonly ListPerson[];
  /** There are more than are offered. */
  readonly areMore: boolean;
}

/** People that a list offers to choose from, and who is named to choose between where a name means several. */
const mostPeople = 50;
const mostMatches = 12;
/** Members of one account whose names are looked through; beyond them an address is found if it is typed whole. */
const mostSearched = 700;

type Asked = Pick<RequestQuery, 'requester' | 'asker' | 'fields'>;
type Asking = Viewer & { readonly role: ContactRole };

/**
 * The people of the viewer's account, and those who are asked for, who may have
 * left since; never a guest, of whom the account knows an address alone. To those
 * who see only their own nobody else is named.
 */
export function listPeople(scope: TenantScope, viewer: Asking, asked: Asked): Statement<ListPeople> {
  const everybody = viewer.sees === 'account';
  const isVisible = everybody ? sql`true` : sql`c.id = ${viewer.contactId}`;
  const text = everybody ? asked.asker?.text : undefined;
  const sources = [
    sql`select contact_id, 'offered' as part from (${members(scope, viewer, mostPeople + 1)})`,
    ...(everybody ? idsOf(asked) : []).map((id) => chosen(scope, viewer, id)),
    ...(text === undefined ? [] : [matching(scope, viewer, text), atAddress(scope, viewer, text)]),
  ];
  const rows = rawRows(
    sql`select distinct c.id as id, ${contactName('c')} as name, c.email as email, p.part as part
      from (${sql.join(sources, sql` union all `)}) p
      cross join contacts c on c.tenant_id = ${scope.tenant.id} and c.id = p.contact_id
      where ${isVisible} order by 2 collate nocase, 1`,
    ({ id, name, email, part }) => ({ id: String(id), name: String(name), email: String(email), part }),
  );
  return mapped(rows, (all) => {
    const of = (...parts: readonly string[]) => {
      const those = all.filter(({ part }) => parts.includes(String(part)));
      return [...new Map(those.map(({ id, name, email }) => [id, { id, name, email }])).values()];
    };
    return { offered: of('offered', 'chosen'), matches: of('match'), areMore: of('offered').length > mostPeople };
  });
}

function idsOf({ requester, asker, fields }: Asked): readonly string[] {
  const texts = fields.flatMap(({ test }) => (test.kind === 'is' ? [test.text] : []));
  return [requester ?? '', asker?.id ?? '', ...texts].filter((id) => isId('contact', id));
}

function members({ tenant }: TenantScope, { accountId }: Viewer, limit: number): SQL {
  return sql`select m.contact_id from memberships m indexed by memberships_account where m.tenant_id = ${tenant.id}
    and m.account_id = ${accountId} and m.role in ('admin', 'member') limit ${limit}`;
}

function chosen({ tenant }: TenantScope, { accountId }: Viewer, id: string): SQL {
  return sql`select * from (select m.contact_id, 'chosen' as part from memberships m
      where m.tenant_id = ${tenant.id} and m.contact_id = ${id} and m.account_id = ${accountId} and m.role <> 'none'
    union select * from (select p.contact_id, 'chosen' from ticket_people p indexed by ticket_people_all
      where p.tenant_id = ${tenant.id} and p.contact_id = ${id} and p.account_id = ${accountId} and p.guest is null limit 1))`;
}

/**
 * SQLite folds the letters of English alone: the others are asked for as they are typed, and as a name has them.
 * Part by part an address could be guessed, so only those who may read addresses find by a part of one.
 */
function matching(scope: TenantScope, viewer: Asking, text: string): SQL {
  const low = text.toLowerCase();
  const high = low.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
  const has = (of: SQL, part: string) => sql`instr(${of}, ${part}) > 0`;
  const ofName = [has(sql`lower(n.name)`, low), has(sql`n.name`, text), has(sql`n.name`, high)];
  const tests = viewer.role === 'admin' ? [...ofName, has(sql`n.email`, low)] : ofName;
  return sql`select * from (select n.id, 'match' from (${members(scope, viewer, mostSearched)}) m
    cross join contacts n on n.tenant_id = ${scope.tenant.id} and n.id = m.contact_id
    where ${sql.join(tests, sql` or `)} limit ${mostMatches + 1})`;
}

function atAddress({ tenant }: TenantScope, { accountId }: Viewer, text: string): SQL {
  return sql`select a.contact_id, 'match' from contact_addresses a
    cross join memberships m on m.tenant_id = a.tenant_id and m.contact_id = a.contact_id and m.account_id = ${accountId}
    where a.tenant_id = ${tenant.id} and a.email = ${text.toLowerCase()} and m.role <> 'none'`;
}
