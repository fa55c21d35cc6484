import * as z from 'zod';
import { changeDraft } from '#forms/builder/change-draft.ts';
import { faultWords } from '#forms/fault-words.ts';
import { questionsOf } from '#forms/form-places.ts';
import { isAlwaysAsked, type KnownField } from '#forms/known-field.ts';
import { type AnswerFault, readAnswer } from '#forms/read-answer.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { severalOf } from '#lib/several.ts';
import { typedOfValue } from '#ui/field-control.tsx';
import { ConditionPart } from './condition-part.tsx';
import { sendPartPage } from './part-page.tsx';
import { type FormVisit, formHref, leaveFor, saidOf, visitForm, workOf } from './place.ts';
import { saidOfFault } from './press-edit.ts';
import { QuestionForm, type TypedQuestion } from './question-form.tsx';

/** GET …/questions/:question: how the form asks for a field. */
export async function showQuestion(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { question } = questionOf(c, visit);
  const typed = {
    required: question.required,
    hidden: question.hidden ?? false,
    initial: typedOfValue(question.initial),
  };
  return page(c, visit, typed, { isStale: false });
}

const box = z.literal('on').optional();
const saved = z.strictObject({ seq: z.string(), required: box, hidden: box, initial: z.string().default('') });

/** POST …/questions/:question */
export async function saveQuestion(c: AppContext): Promise<Response> {
  const read = await readForm(c, saved, { repeats: (name) => name === 'initial' });
  const visit = await visitForm(c);
  const { question, field } = questionOf(c, visit);
  if (!read.ok || isAlwaysAsked(question.field)) throw new Problem('invalid', 'bad_form');
  const { seq, required, hidden, initial } = read.value;
  const typed = {
    required: required === 'on',
    hidden: hidden === 'on',
    initial: severalOf(initial).filter((one) => one !== ''),
  };
  const start = readAnswer(field, typed.initial, { today: visit.today, people: [] });
  if (!start.ok) return page(c, visit, typed, { isStale: false, fault: start.fault });
  const edit = { kind: 'question', field: field.key, ...typed, initial: start.value } as const;
  const result = await changeDraft(workOf(c, visit, seq), edit);
  if (result.outcome === 'done') return leaveFor(c, `${formHref(visit.form)}#question-${field.key}`, 'saved');
  if (result.outcome === 'refused') return leaveFor(c, formHref(visit.form), saidOfFault[result.fault]);
  return page(c, visit, typed, { isStale: true });
}

function questionOf(c: AppContext, { form, checked }: FormVisit) {
  const placed = questionsOf(form.definition).find(({ question }) => question.field === c.req.param('question'));
  const field: KnownField | undefined = placed && checked.known.get(placed.question.field);
  if (!placed || !field) throw notFound();
  return { ...placed, field };
}

function page(
  c: AppContext,
  visit: FormVisit,
  typed: TypedQuestion,
  { isStale, fault }: { readonly isStale: boolean; readonly fault?: AnswerFault },
): Promise<Response> {
  const { form, reader, checked } = visit;
  const { question, field, at } = questionOf(c, visit);
  const common = {
    reader,
    form,
    known: checked.known,
    owner: { kind: 'question', id: field.key } as const,
    name: field.label,
    at,
  };
  return sendPartPage(c, visit, {
    title: field.label,
    said: isStale || fault ? null : saidOf(c),
    isStale,
    isRefused: fault !== undefined,
    children: (
      <div class="builder">
        <QuestionForm {...{ reader, form, field, typed }} error={fault && faultWords(reader, field, fault)} />
        {!isAlwaysAsked(field.key) && (
          <>
            <ConditionPart
              {...common}
              part="visibility"
              visibility={question.visibility}
              condition={question.visibility?.when}
            />
            {!question.hidden && <ConditionPart {...common} part="requiredWhen" condition={question.requiredWhen} />}
          </>
        )}
      </div>
    ),
  });
}
