import type { Results } from '#db/statement.ts';
import type { AskedForm } from '#forms/asked-form.ts';
import { type CheckedAnswers, checkAnswers, keysToAsk, typedFor } from '#forms/check-answers.ts';
import { type FormShapes, shapesOf, withUsualPriority } from '#forms/form-shapes.ts';
import { prefill } from '#forms/prefill.ts';
import { readSeen } from '#forms/seen-questions.ts';
import type { Fields } from '#http/fields.ts';
import { withFurther } from '#lib/several.ts';
import { todayOf } from '#lib/times.ts';
import type { loadNewRequest } from '#tickets/new-request-page.ts';
import type { Reader } from '#ui/reader.ts';

export type FormRows = Results<ReturnType<typeof loadNewRequest>>;

/** A form as it is asked here and now. */
export interface Asking {
  readonly form: AskedForm;
  readonly shapes: FormShapes;
  readonly people: FormRows['people'];
  /** The reader's, YYYY-MM-DD. */
  readonly today: string;
}

/** What stands in its controls, and what the form makes of it. */
export interface Filled extends CheckedAnswers {
  /** As typed, by key; a key that is missing was not touched. */
  readonly typed: ReadonlyMap<string, readonly string[]>;
  /** Keys of questions that the person has seen before. */
  readonly seen: ReadonlySet<string>;
}

export function askingOf(reader: Reader, form: AskedForm, { priorities, people }: FormRows): Asking {
  const { t } = reader;
  const labels = { subject: t('newRequest.subject'), body: t('newRequest.body'), priority: t('newRequest.priority') };
  return {
    form: withUsualPriority(form, priorities),
    shapes: shapesOf(form, priorities, labels),
    people,
    today: todayOf(reader),
  };
}

/** What was sent, kept or previewed. */
export function filledBy(asking: Asking, fields: Fields): Filled {
  const { form, shapes } = asking;
  const seen = fields['shown'] === undefined ? null : readSeen(fields['shown']);
  const typed = new Map<string, readonly string[]>();
  for (const key of keysToAsk(form)) {
    const shape = shapes.get(key);
    if (shape && (Object.hasOwn(fields, key) || seen?.ever.has(key))) typed.set(key, typedFor(shape, fields));
  }
  return { ...checkAnswers(form, shapes, { fields, seen }, asking), typed, seen: seen?.ever ?? new Set() };
}

/** What the address fills in, and what follows from the request that is followed. */
export function prefilledBy(
  asking: Asking,
  query: Readonly<Record<string, readonly string[]>>,
  followed: FormRows['followed'],
): Filled {
  const { form, shapes } = asking;
  const subject = followed ? { subject: [followed.subject] } : {};
  const { typed, faults } = prefill(form, shapes, { ...subject, ...query }, asking);
  const fields = Object.fromEntries(Object.entries(typed).map(([key, values]) => [key, joined(values)]));
  const { asked } = checkAnswers(form, shapes, { fields, seen: null }, asking);
  return { asked, faults, revealed: [], typed: new Map(Object.entries(typed)), seen: new Set() };
}

function joined(values: readonly string[]): string {
  return values.reduce<string | undefined>(withFurther, undefined) ?? '';
}
