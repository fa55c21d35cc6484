import { sql } from 'drizzle-orm';
import type { TenantScope } from '#db/scopes.ts';
import { raw, rawRow, rawRows } from '#db/statement.ts';
import { formColumns, formOf, listedColumns, listedFormOf } from './form.ts';

/** Forms that a tenant may have, the retired ones too. */
const mostForms = 100;
const mostVersions = 100;

/** In the tenant's order, retired ones last. */
export function formsOf(scope: TenantScope) {
  return rawRows(
    sql`select ${sql.raw(listedColumns)} from forms f where f.tenant_id = ${scope.tenant.id}
      order by f.retired_at is not null, f.position, f.name, f.id limit ${mostForms}`,
    listedFormOf,
  );
}

export function formById(scope: TenantScope, formId: string) {
  return rawRow(
    sql`select ${sql.raw(formColumns)} from forms f where f.tenant_id = ${scope.tenant.id} and f.id = ${formId}`,
    formOf,
  );
}

/** The newest first. */
export function versionsOf(scope: TenantScope, formId: string) {
  return rawRows(
    sql`select v.version as version, v.published_at as publishedAt, a.name as publishedBy from form_versions v
      left join agents a on a.tenant_id = v.tenant_id and a.id = v.published_by
      where v.tenant_id = ${scope.tenant.id} and v.form_id = ${formId} order by v.version desc limit ${mostVersions}`,
    (row) => ({
      version: Number(row['version']),
      publishedAt: Number(row['publishedAt']),
      publishedBy: row['publishedBy'] === null ? null : String(row['publishedBy']),
    }),
  );
}

export function definitionOf(scope: TenantScope, formId: string, version: number) {
  return rawRow(
    sql`select v.definition as definition from form_versions v
      where v.tenant_id = ${scope.tenant.id} and v.form_id = ${formId} and v.version = ${version}`,
    (row) => String(row['definition']),
  );
}

export interface NewForm {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string;
  readonly group: string;
  /** JSON. */
  readonly audience: string;
  readonly draft: string;
  readonly tests: string;
}

/** At the end of the list; no row where the tenant has as many as it may. */
export function insertForm(scope: TenantScope, form: NewForm) {
  const { tenant, now } = scope;
  return raw(sql`insert into forms (tenant_id, id, slug, name, is_default, description, icon, group_name, position,
      audience, draft, draft_seq, tests, created_at)
    select ${tenant.id}, ${form.id}, ${form.slug}, ${form.name}, 0, ${form.description}, ${form.icon}, ${form.group},
      coalesce(max(position), 0) + 1, ${form.audience}, ${form.draft}, 0, ${form.tests}, ${now}
    from forms where tenant_id = ${tenant.id} having count(*) < ${mostForms}`);
}

/** What every change of a form rests on: one who has seen an older form fails, and the batch with them. */
function nextSeq(seen: number) {
  return sql`draft_seq = case when draft_seq = ${seen} then draft_seq + 1 end`;
}

function ofForm(scope: TenantScope, formId: string) {
  return sql`tenant_id = ${scope.tenant.id} and id = ${formId}`;
}

export function updateDraft(scope: TenantScope, formId: string, seen: number, draft: string | null) {
  return raw(sql`update forms set draft = ${draft}, ${nextSeq(seen)} where ${ofForm(scope, formId)}`);
}

export function updateTests(scope: TenantScope, formId: string, seen: number, tests: string) {
  return raw(sql`update forms set tests = ${tests}, ${nextSeq(seen)} where ${ofForm(scope, formId)}`);
}

interface DetailColumns {
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly icon: string;
  readonly group: string;
  /** JSON. */
  readonly audience: string;
}

/**
 * The name in addresses stays what it was once customers may have it. A form
 * that has become the default one meanwhile stays for everybody: it counts as seen by nobody.
 */
export function updateDetails(scope: TenantScope, formId: string, seen: number, to: DetailColumns) {
  return raw(sql`update forms set name = ${to.name}, slug = case when published_version is null then ${to.slug} else slug end,
      description = ${to.description}, icon = ${to.icon}, group_name = ${to.group}, audience = ${to.audience},
      draft_seq = case when draft_seq = ${seen} and (is_default = 0 or json_extract(${to.audience}, '$.kind') = 'all')
        then draft_seq + 1 end
    where ${ofForm(scope, formId)}`);
}

/** The draft becomes the version that customers get; not where one of its fields was retired meanwhile. */
export function publishDraft(scope: TenantScope, formId: string, seen: number, fieldIds: readonly string[]) {
  const isRetired = sql`exists (select 1 from fields x where x.tenant_id = ${scope.tenant.id}
    and x.id in (select value from json_each(${JSON.stringify(fieldIds)})) and x.retired_at is not null)`;
  return raw(sql`update forms set draft = null,
      draft_seq = case when draft_seq = ${seen} and not ${isRetired} then draft_seq + 1 end,
      published_version = (select coalesce(max(v.version), 0) + 1 from form_versions v
        where v.tenant_id = forms.tenant_id and v.form_id = forms.id)
    where ${ofForm(scope, formId)}`);
}

/** The version whose number the form has just been given. */
export function insertVersion(scope: TenantScope, formId: string, definition: string, agentId: string) {
  return raw(sql`insert into form_versions (tenant_id, form_id, version, definition, published_at, published_by)
    select tenant_id, id, published_version, ${definition}, ${scope.now}, ${agentId} from forms
    where ${ofForm(scope, formId)}`);
}

export function dropUses(scope: TenantScope, formId: string, stage: 'draft' | 'published') {
  return raw(sql`delete from form_fields
    where tenant_id = ${scope.tenant.id} and form_id = ${formId} and stage = ${stage}`);
}

/** Which of the tenant's fields stand in the form, by their keys. */
export function insertUses(scope: TenantScope, formId: string, stage: 'draft' | 'published', keys: readonly string[]) {
  return raw(sql`insert into form_fields (tenant_id, field_id, form_id, stage)
    select f.tenant_id, f.id, ${formId}, ${stage} from fields f
    where f.tenant_id = ${scope.tenant.id} and f.key in (select value from json_each(${JSON.stringify(keys)}))`);
}

/** Only another than the default one; `at` null: in use again. */
export function setRetired(scope: TenantScope, formId: string, at: number | null) {
  return raw(sql`update forms set retired_at = ${at} where ${ofForm(scope, formId)} and is_default = 0
    and (retired_at is null) <> ${at === null ? 1 : 0}`);
}

/** Published, in use and for everybody: only such a form can be the default. */
export function makeDefault(scope: TenantScope, formId: string) {
  return raw(sql`update forms set is_default = (id = ${formId}) where tenant_id = ${scope.tenant.id}
    and (is_default = 1 or id = ${formId})
    and exists (select 1 from forms f where f.tenant_id = ${scope.tenant.id} and f.id = ${formId} and f.is_default = 0
      and f.retired_at is null and f.published_version is not null
      and json_extract(f.audience, '$.kind') = 'all')`);
}

export function orderForms(scope: TenantScope, ids: readonly string[]) {
  return raw(sql`update forms set position = (select o.key + 1 from json_each(${JSON.stringify(ids)}) o where o.value = forms.id)
    where tenant_id = ${scope.tenant.id} and id in (select value from json_each(${JSON.stringify(ids)}))`);
}
