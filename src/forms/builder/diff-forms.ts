import type { FormDefinition, PublishedForm, Question, Section } from '../definition.ts';
import { type PlacedQuestion, questionsOf } from '../form-places.ts';
import { diffFields } from './diff-fields.ts';
import type { ChangedPart, FormChange } from './form-change.ts';
import { movedAmong } from './moved-among.ts';

/** What publishing `to` would change for customers who have `from`; in the order of the form. */
export function diffForms(from: PublishedForm, to: PublishedForm): readonly FormChange[] {
  return [
    ...texts(from, to),
    ...sections(from, to),
    ...questions(from, to),
    ...diffFields(from.fields, to.fields),
    ...outcome(from, to),
  ];
}

function texts(from: PublishedForm, to: PublishedForm): readonly FormChange[] {
  return (['name', 'intro', 'success'] as const)
    .filter((kind) => from[kind] !== to[kind])
    .map((kind) => ({ kind, from: from[kind], to: to[kind] }));
}

function outcome({ outcome: from }: FormDefinition, { outcome: to }: FormDefinition): readonly FormChange[] {
  const single = (['priority', 'team'] as const)
    .filter((what) => from[what] !== to[what])
    .map((what) => ({ kind: `outcome_${what}`, from: from[what] ?? '', to: to[what] ?? '' }) as const);
  const isSame = isEqual([...from.tags].sort(), [...to.tags].sort());
  return [...single, ...(isSame ? [] : [{ kind: 'outcome_tags', from: from.tags, to: to.tags } as const])];
}

function sections({ sections: from }: FormDefinition, { sections: to }: FormDefinition): readonly FormChange[] {
  const before = new Map(from.map((section) => [section.id, section] as const));
  const moved = movedAmong(
    from.map(({ id }) => id),
    to.map(({ id }) => id),
  );
  const kept = new Set(to.map(({ id }) => id));
  const removed = from.filter(({ id }) => !kept.has(id));
  return [
    ...removed.map(({ title }) => ({ kind: 'section_removed', title }) as const),
    ...to.flatMap((section): readonly FormChange[] => {
      const old = before.get(section.id);
      const { title } = section;
      if (!old) return [{ kind: 'section_added', title }, ...conditions(nothing, section, { section: title })];
      return [
        ...(moved.has(section.id) ? [{ kind: 'section_moved', title } as const] : []),
        ...(old.title === title ? [] : [{ kind: 'section_title', title, from: old.title, to: title } as const]),
        ...(old.text === section.text
          ? []
          : [{ kind: 'section_text', title, from: old.text, to: section.text } as const]),
        ...conditions(old, section, { section: title }),
      ];
    }),
  ];
}

function questions(from: FormDefinition, to: FormDefinition): readonly FormChange[] {
  const [old, now] = [questionsOf(from), questionsOf(to)];
  const before = new Map(old.map((placed) => [placed.question.field, placed] as const));
  const keys = (placed: readonly PlacedQuestion[]) => placed.map(({ question }) => question.field);
  const moved = movedAmong(keys(old), keys(now));
  const kept = new Set(keys(now));
  const removed = old.filter(({ question }) => !kept.has(question.field));
  return [
    ...removed.map(({ question, section }) => {
      return { kind: 'question_removed', field: question.field, section: section.title } as const;
    }),
    ...now.flatMap((placed) => changesOf(before.get(placed.question.field), placed, moved)),
  ];
}

function changesOf(
  old: PlacedQuestion | undefined,
  { question, section }: PlacedQuestion,
  moved: ReadonlySet<string>,
): readonly FormChange[] {
  const { field } = question;
  if (!old) return [{ kind: 'question_added', field, section: section.title }, ...details(bare(field), question)];
  const isMoved = moved.has(field) || old.section.id !== section.id;
  return [
    ...(isMoved ? [{ kind: 'question_moved', field, section: section.title } as const] : []),
    ...details(old.question, question),
  ];
}

function details(from: Question, to: Question): readonly FormChange[] {
  const { field } = to;
  const isHidden = to.hidden ?? false;
  return [
    ...(from.required === to.required ? [] : [{ kind: 'required', field, to: to.required } as const]),
    ...((from.hidden ?? false) === isHidden ? [] : [{ kind: 'hidden', field, to: isHidden } as const]),
    ...(isEqual(from.initial, to.initial)
      ? []
      : [{ kind: 'initial', field, from: from.initial, to: to.initial } as const]),
    ...conditions(from, to, { question: field }),
  ];
}

type Conditional = Pick<Section, 'visibility' | 'requiredWhen'>;

function conditions(from: Conditional, to: Conditional, of: ChangedPart): readonly FormChange[] {
  return [
    ...(isEqual(from.visibility, to.visibility)
      ? []
      : [{ kind: 'visibility', of, from: from.visibility, to: to.visibility } as const]),
    ...(isEqual(from.requiredWhen, to.requiredWhen)
      ? []
      : [{ kind: 'required_when', of, from: from.requiredWhen, to: to.requiredWhen } as const]),
  ];
}

const nothing: Conditional = {};

function bare(field: string): Question {
  return { field, required: false };
}

/** Both were read by the same schema, so that their keys stand in one order; what is not set counts as absent. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
