import { type SQL, sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { rawRow, rawRows } from '#db/statement.ts';
import type { Asker, SentForm, WantedForm } from './wanted-form.ts';

const mostForms = 100;

/**
 * The published forms that the asker may use, in the tenant's order; the wanted
 * one comes with its definition and how its fields stand today.
 */
export function usableForms(scope: TenantScope, asker: Asker, wanted: WantedForm) {
  return rawRows(
    sql`select f.id as id, f.slug as slug, f.name as name, f.description as description, f.icon as icon,
      f.group_name as groupName, f.published_version as version,
      case when ${isWanted(wanted)} then (select json_object('definition', v.definition, 'standings', ${standings})
        from form_versions v where v.tenant_id = f.tenant_id and v.form_id = f.id
        and v.version = f.published_version) end as wanted
    from forms f where ${isUsable(scope, asker)} order by f.position, f.name, f.id limit ${mostForms}`,
    (row) => ({
      id: String(row['id']),
      slug: String(row['slug']),
      name: String(row['name']),
      description: String(row['description']),
      icon: String(row['icon']),
      group: String(row['groupName']),
      version: Number(row['version']),
      wanted: row['wanted'] === null ? null : String(row['wanted']),
    }),
  );
}

/** How the fields of `form_versions v` stand today (field-standing.ts): JSON. */
const standings = sql`(select json_group_array(json_object('id', x.id, 'isReadable', x.portal_access <> 'none',
    'isRetired', x.retired_at is not null, 'retiredChoices', (select json_group_array(c.value ->> 'id')
      from json_each(x.choices) c where c.value ->> 'retired')))
  from fields x where x.tenant_id = v.tenant_id
    and x.id in (select j.value ->> 'id' from json_each(v.definition, '$.fields') j))`;

function isWanted(wanted: WantedForm): SQL {
  switch (wanted.by) {
    case 'slug':
      return sql`f.slug = ${wanted.slug}`;
    case 'id':
      return sql`f.id = ${wanted.id}`;
    case 'only':
      return sql`count(*) over () = 1`;
    case 'first':
      return sql`row_number() over (order by f.is_default desc, f.position, f.name, f.id) = 1`;
  }
}

/** Published, in use, and meant for the asker: everybody, their account, its tier, or their role in it. */
function isUsable({ tenant }: TenantScope, { accountId, role }: Asker): SQL {
  const lists = (key: string, value: SQL) =>
    sql`exists (select 1 from json_each(f.audience, ${`$.${key}`}) each_one where each_one.value = ${value})`;
  const tier = sql`(select a.tier from accounts a where a.tenant_id = f.tenant_id and a.id = ${accountId})`;
  return sql`f.tenant_id = ${tenant.id} and f.retired_at is null and f.published_version is not null
    and case json_extract(f.audience, '$.kind')
      when 'all' then 1
      when 'accounts' then ${lists('accounts', sql`${accountId}`)}
      when 'tiers' then ${lists('tiers', tier)}
      when 'roles' then ${lists('roles', sql`${role}`)}
      else 0 end`;
}

/** Whether the asker may use the form at this moment, for what writes. */
export function usableNow(scope: TenantScope, asker: Asker, formId: string): SQL {
  return sql`exists (select 1 from forms f where ${isUsable(scope, asker)} and f.id = ${formId})`;
}

/** Any version of a form, whoever may use it now. */
export function anyVersion({ tenant }: TenantScope, { formId, version }: SentForm) {
  return rawRow(
    sql`select json_object('definition', v.definition, 'standings', ${standings}) as version from form_versions v
      where v.tenant_id = ${tenant.id} and v.form_id = ${formId} and v.version = ${version}`,
    (row) => String(row['version']),
  );
}

/** The version that a page was made from, where another was published since and the asker may use the form. */
export function earlierVersion(scope: TenantScope, asker: Asker, { formId, version }: SentForm) {
  return rawRow(
    sql`select json_object('definition', v.definition, 'standings', ${standings}) as version from forms f
      join form_versions v on v.tenant_id = f.tenant_id and v.form_id = f.id and v.version = ${version}
      where ${isUsable(scope, asker)} and f.id = ${formId} and v.version <> f.published_version`,
    (row) => String(row['version']),
  );
}
