import { askableForm } from '../askable-form.ts';
import { checkDefinition } from '../check-definition.ts';
import type { FieldShape, PublishedForm } from '../definition.ts';
import { standingsOf } from '../field-standing.ts';
import type { FormFault } from '../form-fault.ts';
import { type Labels, withUsualPriority } from '../form-shapes.ts';
import { type KnownField, type KnownFields, knownFields } from '../known-field.ts';
import { runTest, type TestResult } from '../run-test.ts';
import { diffForms } from './diff-forms.ts';
import type { Form } from './form.ts';
import type { FormChange } from './form-change.ts';
import { publishedFrom } from './published-from.ts';

/** What stands beside a form: `loadForm`. */
export interface FormSurroundings {
  readonly fields: readonly KnownField[];
  readonly priorities: readonly { readonly id: string; readonly label: string; readonly isDefault: number }[];
  readonly teams: readonly { readonly id: string; readonly label: string }[];
}

/** A form as it would be published now. */
export interface CheckedForm {
  readonly known: KnownFields;
  readonly faults: readonly FormFault[];
  readonly results: readonly TestResult[];
  readonly next: PublishedForm;
  /** Against what customers have; null: they have nothing yet. */
  readonly changes: readonly FormChange[] | null;
  /** Fields that customers have in the published version and are not asked any more: shut or retired since. */
  readonly silenced: readonly FieldShape[];
  readonly mayPublish: boolean;
}

/** `today`: YYYY-MM-DD, for the rules of dates. */
export function checkForm(form: Form, around: FormSurroundings, today: string, labels?: Labels): CheckedForm {
  const known = knownFields(around.fields, around.priorities, labels);
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const means = { fields: known, priorities: ids(around.priorities), teams: ids(around.teams), today };
  const faults = checkDefinition(form.definition, means);
  const next = publishedFrom(form.name, form.definition, known);
  const asked = withUsualPriority(next, around.priorities);
  const results = form.tests.map((test) => runTest(asked, test));
  const changes = form.published && diffForms(form.published, next);
  const isAnother = changes === null || changes.length > 0;
  const mayPublish = isAnother && faults.length === 0 && results.every(({ isPassed }) => isPassed);
  const standings = standingsOf(known.values());
  const silenced = form.published ? askableForm(form.published, standings).former.map(({ shape }) => shape) : [];
  return { known, faults, results, next, changes, silenced, mayPublish };
}
