import type { FormDefinition, Question, Section } from '../definition.ts';
import { formLimits } from '../definition-shape.ts';
import { questionsOf } from '../form-places.ts';
import { isAlwaysAsked } from '../known-field.ts';
import { editCondition } from './edit-condition.ts';
import type { EditFault, FormEdit, QuestionEdit } from './form-edit.ts';

export type Edited =
  | { readonly ok: true; readonly form: FormDefinition }
  | { readonly ok: false; readonly fault: EditFault };

/** The draft after one step. A draft may be unfinished or wrong: publishing says where (`check-definition.ts`). */
export function editDefinition(form: FormDefinition, edit: FormEdit): Edited {
  switch (edit.kind) {
    case 'texts':
      return done({ ...form, intro: edit.intro, success: edit.success, outcome: edit.outcome });
    case 'add_section':
    case 'section':
    case 'remove_section':
    case 'move_section':
      return editSections(form, edit);
    case 'add_question':
    case 'remove_question':
    case 'move_question':
      return editQuestions(form, edit);
    case 'question':
      return onQuestion(form, edit.field, (question) => changed(question, edit));
    case 'condition':
      return editConditionOf(form, edit);
  }
}

type Of<K extends FormEdit['kind']> = Extract<FormEdit, { kind: K }>;

function done(form: FormDefinition): Edited {
  return { ok: true, form };
}

function refused(fault: EditFault): Edited {
  return { ok: false, fault };
}

function withSections(form: FormDefinition, sections: readonly Section[]): Edited {
  return done({ ...form, sections });
}

function editSections(
  form: FormDefinition,
  edit: Of<'add_section' | 'section' | 'remove_section' | 'move_section'>,
): Edited {
  const { sections } = form;
  if (edit.kind === 'add_section') {
    if (sections.length >= formLimits.sections) return refused('too_many');
    return withSections(form, [...sections, { id: edit.id, title: edit.title, text: '', questions: [] }]);
  }
  const at = sections.findIndex(({ id }) => id === edit.id);
  const section = sections[at];
  if (!section) return refused('gone');
  if (edit.kind === 'section')
    return withSections(form, sections.with(at, { ...section, title: edit.title, text: edit.text }));
  if (edit.kind === 'move_section') return withSections(form, sections.toSpliced(at, 1).toSpliced(edit.to, 0, section));
  if (section.questions.some(({ field }) => isAlwaysAsked(field))) return refused('always_asked');
  return withSections(form, sections.toSpliced(at, 1));
}

function editQuestions(form: FormDefinition, edit: Of<'add_question' | 'remove_question' | 'move_question'>): Edited {
  const placed = questionsOf(form).find(({ question }) => question.field === edit.field);
  if (edit.kind === 'add_question') {
    if (placed) return refused('asked_already');
    if (questionsOf(form).length >= formLimits.questions) return refused('too_many');
    const { field, hidden } = edit;
    return insert(form, edit.section, null, { field, required: isAlwaysAsked(field), ...(hidden && { hidden }) });
  }
  if (!placed) return refused('gone');
  if (edit.kind === 'remove_question' && isAlwaysAsked(edit.field)) return refused('always_asked');
  const without = form.sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ field }) => field !== edit.field),
  }));
  if (edit.kind === 'remove_question') return withSections(form, without);
  return insert({ ...form, sections: without }, edit.section, edit.to, placed.question);
}

/** `to`: null at the end. */
function insert(form: FormDefinition, sectionId: string, to: number | null, question: Question): Edited {
  const at = form.sections.findIndex(({ id }) => id === sectionId);
  const section = form.sections[at];
  if (!section) return refused('gone');
  const questions = section.questions.toSpliced(to ?? section.questions.length, 0, question);
  return withSections(form, form.sections.with(at, { ...section, questions }));
}

function changed(question: Question, { field, required, hidden, initial }: QuestionEdit): Question {
  if (isAlwaysAsked(field)) return { ...question, required: true };
  const { hidden: _, initial: __, requiredWhen, ...rest } = question;
  return {
    ...rest,
    // Nobody can be made to answer what is never shown.
    required: required && !hidden,
    ...(requiredWhen && !hidden && { requiredWhen }),
    ...(hidden && { hidden }),
    ...(initial !== undefined && { initial }),
  };
}

function onQuestion(form: FormDefinition, key: string, change: (question: Question) => Question): Edited {
  const isThere = questionsOf(form).some(({ question }) => question.field === key);
  if (!isThere) return refused('gone');
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.field === key ? change(question) : question)),
  }));
  return withSections(form, sections);
}

function editConditionOf(form: FormDefinition, { owner, part, change }: Of<'condition'>): Edited {
  const holder =
    owner.kind === 'section'
      ? form.sections.find(({ id }) => id === owner.id)
      : questionsOf(form).find(({ question }) => question.field === owner.id)?.question;
  if (!holder) return refused('gone');
  if (owner.kind === 'question' && isAlwaysAsked(owner.id)) return refused('always_asked');
  const edited = conditionAfter(holder, part, change);
  if (!edited.ok) return edited;
  const apply = <T extends Conditional>({ visibility, requiredWhen, ...rest }: T) => ({
    ...rest,
    ...edited.conditions,
  });
  if (owner.kind === 'question') return onQuestion(form, owner.id, apply);
  return withSections(
    form,
    form.sections.map((section) => (section.id === owner.id ? apply(section) : section)),
  );
}

type Conditional = Pick<Question, 'visibility' | 'requiredWhen'>;

function conditionAfter(
  { visibility, requiredWhen }: Conditional,
  part: Of<'condition'>['part'],
  change: Of<'condition'>['change'],
): { readonly ok: true; readonly conditions: Conditional } | { readonly ok: false; readonly fault: EditFault } {
  const others =
    part === 'visibility' ? { ...(requiredWhen && { requiredWhen }) } : { ...(visibility && { visibility }) };
  const edited = editCondition(part === 'visibility' ? visibility?.when : requiredWhen, change);
  if (!edited.ok) return edited;
  const { condition } = edited;
  if (!condition) return { ok: true, conditions: others };
  if (part === 'requiredWhen') return { ok: true, conditions: { ...others, requiredWhen: condition } };
  const effect = (change.kind === 'rule' ? change.effect : undefined) ?? visibility?.effect ?? 'show';
  return { ok: true, conditions: { ...others, visibility: { effect, when: condition } } };
}
