import { runList } from '#db/run.ts';
import { fields, formFields, forms, formVersions } from '#db/schema/forms.ts';
import { teams } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { publishedFrom } from '#forms/builder/published-from.ts';
import type { FieldShape } from '#forms/definition.ts';
import { type KnownField, knownFields } from '#forms/known-field.ts';
import { newId } from '#lib/ids.ts';
import { insertAll, nameUsualForm } from './demo-queries.ts';
import type { DemoField, DemoForm, DemoPaper } from './paper.ts';

/** Fields and forms as they were written, by key and slug. */
export interface WrittenPaper {
  readonly fields: ReadonlyMap<string, FieldShape>;
  readonly forms: ReadonlyMap<string, string>;
}

/** Writes a company's fields, teams and forms, each form published once. */
export async function writePaper(scope: TenantScope, paper: DemoPaper): Promise<WrittenPaper> {
  const known = paper.fields.map((field) => knownOf(scope, field));
  const made = paper.forms.map((form) => ({ ...form, id: newId('form', scope.now) }));
  const groups = paper.teams.map((name, position) => ({
    id: newId('team', scope.now),
    name,
    position,
    retiredAt: null,
  }));
  const versions = made.map((form) => versionOf(scope, form, known, groups));
  await runList(scope.db, [
    insertAll(
      scope,
      fields,
      known.map((field, position) => fieldRow(scope, field, paper.fields[position]?.inList === true, position)),
    ),
    insertAll(scope, teams, groups),
    insertAll(
      scope,
      forms,
      made.map((form, at) => formRow(scope, form, at)),
    ),
    insertAll(scope, formVersions, versions),
    insertAll(
      scope,
      formFields,
      made.flatMap((form) => usesOf(form, known)),
    ),
    nameUsualForm(scope, { ...paper.usual, position: made.length }),
  ]);
  return {
    fields: new Map(known.map((field) => [field.key, field] as const)),
    forms: new Map(made.map(({ slug, id }) => [slug, id] as const)),
  };
}

function knownOf({ now }: TenantScope, field: DemoField): KnownField {
  const { key, type, label, access, help = '', choices = {}, rules = {} } = field;
  const list = Object.entries(choices).map(([id, text]) => ({ id, label: text }));
  const id = newId('field', now);
  return { id, key, type, label, access, help, choices: list, rules, isRetired: false, initial: undefined };
}

function fieldRow({ now }: TenantScope, field: KnownField, inList: boolean, position: number) {
  const { id, key, type, label, help, access } = field;
  return {
    ...{ id, key, type, label, help, position },
    choices: JSON.stringify(field.choices),
    rules: JSON.stringify(field.rules),
    defaultValue: null,
    portalAccess: access,
    inList: inList ? 1 : 0,
    neededToSolve: 0,
    createdAt: now,
    retiredAt: null,
  };
}

function formRow({ now }: TenantScope, form: DemoForm & { readonly id: string }, position: number) {
  const { id, slug, name, description, icon, group, tests = [] } = form;
  return {
    ...{ id, slug, name, description, icon, groupName: group, position },
    isDefault: 0,
    audience: '{"kind":"all"}',
    draft: null,
    draftSeq: 0,
    tests: JSON.stringify(tests.map((test, at) => ({ ...test, id: `case${at + 1}` }))),
    publishedVersion: 1,
    createdAt: now,
    retiredAt: null,
  };
}

function versionOf(
  { now }: TenantScope,
  { id, name, definition, team }: DemoForm & { readonly id: string },
  known: readonly KnownField[],
  groups: readonly { readonly id: string; readonly name: string }[],
) {
  const teamId = groups.find((group) => group.name === team)?.id;
  const outcome = { ...definition.outcome, ...(teamId !== undefined && { team: teamId }) };
  const published = publishedFrom(name, { ...definition, outcome }, knownFields(known, []));
  return { formId: id, version: 1, definition: JSON.stringify(published), publishedAt: now, publishedBy: null };
}

function usesOf({ id, definition }: DemoForm & { readonly id: string }, known: readonly KnownField[]) {
  const asked = definition.sections.flatMap(({ questions }) => questions.map(({ field }) => field));
  return known
    .filter(({ key }) => asked.includes(key))
    .map((field) => ({ fieldId: field.id, formId: id, stage: 'published' as const }));
}
