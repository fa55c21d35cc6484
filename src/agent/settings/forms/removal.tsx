import type { Section } from '#forms/definition.ts';
import { dependentsOf } from '#forms/dependents.ts';
import { type FormPlace, questionsOf } from '#forms/form-places.ts';
import { isAlwaysAsked } from '#forms/known-field.ts';
import type { AppContext } from '#http/context.ts';
import { notFound } from '#lib/problem.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { sendPartPage } from './part-page.tsx';
import { type FormVisit, formHref, labelOf, leaveFor, questionHref, sectionHref, titleOf, visitForm } from './place.ts';

/** GET …/questions/:question/removal: what hangs on it. */
export async function askRemoveQuestion(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, checked, reader } = visit;
  const key = c.req.param('question') ?? '';
  const isThere = questionsOf(form.definition).some(({ question }) => question.field === key);
  if (!isThere) throw notFound();
  if (isAlwaysAsked(key)) return leaveFor(c, formHref(form), 'always');
  const name = labelOf(checked.known, key);
  return ask(c, visit, {
    title: reader.t('formSettings.removal.question', { name }),
    says: [reader.t('formSettings.removal.fieldStays'), ...hanging(visit, [key])],
    action: questionHref(form, key, '/removal'),
  });
}

/** GET …/sections/:section/removal: which questions go with it, and what hangs on them. */
export async function askRemoveSection(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, checked, reader } = visit;
  const { t } = reader;
  const section = form.definition.sections.find(({ id }) => id === c.req.param('section'));
  if (!section) throw notFound();
  if (hasAlwaysAsked(section)) return leaveFor(c, formHref(form), 'always');
  const keys = section.questions.map(({ field }) => field);
  const questions = keys.map((key) => labelOf(checked.known, key)).join(', ');
  return ask(c, visit, {
    title: t('formSettings.removal.section', { name: titleOf(reader, form, section.id) }),
    says: [
      ...(keys.length > 0 ? [t('formSettings.removal.questions', { count: keys.length, questions })] : []),
      ...hanging(visit, keys),
    ],
    action: sectionHref(form, section.id, '/removal'),
  });
}

/** Whether a press alone would take more away than it names. */
export function isRemovalAsked(form: FormVisit['form'], keys: readonly string[], isSection: boolean): boolean {
  return (isSection && keys.length > 0) || dependents(form, keys).length > 0;
}

/** Such a section stays: a form without subject and description is none. */
export function hasAlwaysAsked({ questions }: Section): boolean {
  return questions.some(({ field }) => isAlwaysAsked(field));
}

/** What stays and asks about what goes. */
function dependents({ definition }: FormVisit['form'], keys: readonly string[]): readonly FormPlace[] {
  const gone = new Set(keys);
  return dependentsOf(definition, keys).filter(({ section, question }) => {
    if (question !== undefined) return !gone.has(question);
    const of = definition.sections.find(({ id }) => id === section)?.questions ?? [];
    return of.length === 0 || of.some(({ field }) => !gone.has(field));
  });
}

function hanging({ form, checked, reader }: FormVisit, keys: readonly string[]): readonly string[] {
  const names = dependents(form, keys).map(({ section, question }) =>
    question === undefined ? titleOf(reader, form, section ?? '') : labelOf(checked.known, question),
  );
  if (names.length === 0) return [];
  return [reader.t('formSettings.removal.hanging', { count: names.length, names: names.join(', ') })];
}

interface RemovalAsked {
  readonly title: string;
  readonly says: readonly string[];
  readonly action: string;
}

function ask(c: AppContext, visit: FormVisit, { title, says, action }: RemovalAsked): Promise<Response> {
  const { form, reader } = visit;
  return sendPartPage(c, visit, {
    title,
    children: (
      <ConfirmForm
        {...{ says, action }}
        fields={{ seq: String(form.seq) }}
        label={reader.t('formSettings.remove')}
        cancel={{ href: formHref(form), label: reader.t('common.cancel') }}
      />
    ),
  });
}
