import { askableForm } from '#forms/askable-form.ts';
import { branchingOf } from '#forms/browser-form.ts';
import { type CheckedAnswers, checkAnswers, typedFor } from '#forms/check-answers.ts';
import type { FieldShape, Question, Section } from '#forms/definition.ts';
import { faultWords } from '#forms/fault-words.ts';
import { standingsOf } from '#forms/field-standing.ts';
import { type FormShapes, shapesOf, withUsualPriority } from '#forms/form-shapes.ts';
import { readSeen, seenAfter } from '#forms/seen-questions.ts';
import type { Fields } from '#http/fields.ts';
import { renderMarkdown, type SafeHtml } from '#lib/markdown.ts';
import type { FieldError } from '#ui/error-summary.tsx';
import { fieldId, typedOfValue } from '#ui/field-control.tsx';
import type { QuestionView, SectionView } from '#ui/form-section.tsx';
import type { Reader } from '#ui/reader.ts';
import type { FormVisit } from './place.ts';

/** A form as a customer sees it, with what was filled in so far. */
export interface PreviewView {
  readonly name: string;
  readonly intro: SafeHtml | null;
  readonly sections: readonly SectionView[];
  readonly faults: readonly FieldError[];
  /** JSON for script; null where nothing depends on any answer. */
  readonly branching: string | null;
  /** Keys of the questions that the page shows. */
  readonly shown: string;
  /** Without script the next button shows what the answers bring up. */
  readonly isStep: boolean;
  /** Everything is answered: the request would be sent now. */
  readonly isDone: boolean;
  readonly success: SafeHtml | null;
}

/** `fields`: what the page was sent with; null where it is new. */
export function previewView({ seen, checked, reader, today }: FormVisit, fields: Fields | null): PreviewView {
  const { t } = reader;
  const { priorities } = seen.rows;
  const labels = { subject: t('newRequest.subject'), body: t('newRequest.body'), priority: t('newRequest.priority') };
  const { form: askable } = askableForm(checked.next, standingsOf(checked.known.values()));
  const form = withUsualPriority(askable, priorities);
  const shapes = shapesOf(form, priorities, labels);
  const shown = fields === null ? null : readSeen(fields['shown'] ?? '');
  const answered = checkAnswers(form, shapes, { fields: fields ?? {}, seen: shown }, { today, people: [] });
  const isSent = fields !== null && fields['continue'] === undefined;
  const filled: Filled = { reader, shapes, fields: fields ?? {}, shown: shown?.ever ?? new Set(), answered, isSent };
  const sections = form.sections.map((section) => sectionView(section, filled));
  const questions = sections.flatMap((section) => section.questions);
  const faults = questions.flatMap(({ id, shape, error }) =>
    error ? [{ field: id, message: t('field.named', { field: shape.label, message: error }) }] : [],
  );
  return {
    name: form.name,
    intro: markdownOf(form.intro),
    sections,
    faults,
    branching: branchingOf(form, shapes),
    shown: seenAfter(shown?.ever ?? [], answered.asked.shown),
    isStep: questions.some(({ isShown }) => !isShown),
    isDone: isSent && faults.length === 0 && answered.revealed.length === 0,
    success: markdownOf(form.success),
  };
}

interface Filled {
  readonly reader: Reader;
  readonly shapes: FormShapes;
  readonly fields: Fields;
  /** Keys of the questions that the page had shown. */
  readonly shown: ReadonlySet<string>;
  readonly answered: CheckedAnswers;
  /** Not only a step further: what is wrong is said. */
  readonly isSent: boolean;
}

function sectionView({ id, title, text, questions }: Section, filled: Filled): SectionView {
  return {
    id,
    title,
    text: markdownOf(text),
    isShown: filled.answered.asked.sections.includes(id),
    questions: questions.flatMap((question) => {
      const shape = question.hidden ? undefined : filled.shapes.get(question.field);
      return shape ? [questionView(question, shape, filled)] : [];
    }),
  };
}

function questionView({ initial }: Question, shape: FieldShape, filled: Filled): QuestionView {
  const { reader, fields, shown, answered, isSent } = filled;
  const { key } = shape;
  // The preview takes no files, so none is missing.
  const fault = isSent && shape.type !== 'file' ? answered.faults[key] : undefined;
  return {
    shape,
    id: shape.id === '' ? key : fieldId(key),
    typed: shown.has(key) ? typedFor(shape, fields) : typedOfValue(initial),
    error: fault && faultWords(reader, shape, fault),
    isRequired: answered.asked.required.includes(key),
    isShown: answered.asked.shown.includes(key),
    isNew: answered.revealed.includes(key),
  };
}

function markdownOf(text: string): SafeHtml | null {
  return text === '' ? null : renderMarkdown(text);
}
