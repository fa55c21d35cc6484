import { listPriorities, listTeams } from '#db/choices.ts';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import type { PublishedForm } from '../definition.ts';
import { readPublished } from '../definition-shape.ts';
import { listFields } from '../fields/list-fields.ts';
import type { FormVersion, ListedForm } from './form.ts';
import { definitionOf, formById, formsOf, versionsOf } from './form-queries.ts';
import { accountNames } from './means-queries.ts';

/** All forms of the tenant in its order, retired ones last; for those who manage it. */
export function listForms(scope: TenantScope): Statement<readonly ListedForm[]> {
  return formsOf(scope);
}

/** One form to work on, with everything that it may ask and name. */
export function loadForm(scope: TenantScope, formId: string) {
  return {
    form: formById(scope, formId),
    fields: listFields(scope),
    priorities: listPriorities(scope),
    teams: mapped(listTeams(scope), (teams) => teams.map(({ id, name }) => ({ id, label: name }))),
  };
}

/** The accounts that a form is meant for, by name. */
export function listMeantAccounts(scope: TenantScope, formId: string) {
  return accountNames(scope, formId);
}

/** What was published of a form, the newest first. */
export function listVersions(scope: TenantScope, formId: string): Statement<readonly FormVersion[]> {
  return versionsOf(scope, formId);
}

export function findVersion(scope: TenantScope, formId: string, version: number): Statement<PublishedForm | null> {
  return mapped(definitionOf(scope, formId, version), (json) => (json === null ? null : readPublished(json)));
}
