import * as z from 'zod';
import { changeDraft } from '#forms/builder/change-draft.ts';
import { formLimits } from '#forms/definition-shape.ts';
import { questionsOf } from '#forms/form-places.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { encodeBase32 } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { cleanLine, cleanText, isLongerThan, lengthOf } from '#lib/text.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { MarkdownArea } from '#ui/markdown-area.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { ConditionPart } from './condition-part.tsx';
import { sendPartPage } from './part-page.tsx';
import {
  type FormVisit,
  formHref,
  labelOf,
  leaveFor,
  saidOf,
  sectionHref,
  titleOf,
  visitForm,
  workOf,
} from './place.ts';
import { pressEdit, saidOfFault } from './press-edit.ts';

const text = z.string().default('');
const added = z.strictObject({ seq: z.string(), title: text });

/** POST …/sections: at the end. */
export async function addSection(c: AppContext): Promise<Response> {
  const read = await readForm(c, added);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const id = `s${encodeBase32(crypto.getRandomValues(new Uint8Array(8)))}`;
  const title = cleanLine(read.value.title).slice(0, formLimits.title);
  const edit = { kind: 'add_section', id, title } as const;
  return pressEdit(c, visit, read.value.seq, edit, { href: `${formHref(visit.form)}#section-${id}`, said: 'saved' });
}

/** GET …/sections/:section */
export async function showSection(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { section } = sectionOf(c, visit);
  return page(c, visit, { title: section.title, text: section.text, errors: {}, isStale: false });
}

const saved = z.strictObject({ seq: z.string(), title: text, text });

/** POST …/sections/:section */
export async function saveSection(c: AppContext): Promise<Response> {
  const read = await readForm(c, saved);
  const visit = await visitForm(c);
  const { section } = sectionOf(c, visit);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const typed = { title: cleanLine(read.value.title), text: cleanText(read.value.text) };
  const errors = faultsIn(visit.reader, typed);
  if (errors.title ?? errors.text) return page(c, visit, { ...typed, errors, isStale: false });
  const work = workOf(c, visit, read.value.seq);
  const result = await changeDraft(work, { kind: 'section', id: section.id, ...typed });
  if (result.outcome === 'done') return leaveFor(c, `${formHref(visit.form)}#section-${section.id}`, 'saved');
  if (result.outcome === 'refused') return leaveFor(c, formHref(visit.form), saidOfFault[result.fault]);
  return page(c, visit, { ...typed, errors: {}, isStale: true });
}

function faultsIn({ t }: Reader, typed: { readonly title: string; readonly text: string }): Errors {
  const tooLong = (words: string, max: number) =>
    isLongerThan(words, max) ? t('field.tooLong', { max, length: lengthOf(words) }) : undefined;
  return { title: tooLong(typed.title, formLimits.title), text: tooLong(typed.text, formLimits.text) };
}

interface Errors {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
}

interface View {
  readonly title: string;
  readonly text: string;
  readonly errors: Errors;
  readonly isStale: boolean;
}

function sectionOf(c: AppContext, { form }: FormVisit) {
  const id = c.req.param('section');
  const section = form.definition.sections.find((each) => each.id === id);
  if (!section) throw notFound();
  // Only what is asked before the section's first question can be asked about.
  const at = questionsOf(form.definition).findIndex((placed) => placed.section.id === section.id);
  const before = form.definition.sections.slice(0, form.definition.sections.indexOf(section));
  return { section, at: at >= 0 ? at : before.flatMap(({ questions }) => questions).length };
}

function page(c: AppContext, visit: FormVisit, { title, text: words, errors, isStale }: View): Promise<Response> {
  const { form, reader, checked } = visit;
  const { t } = reader;
  const { section, at } = sectionOf(c, visit);
  const name = titleOf(reader, form, section.id);
  const summary = faultsOf(['title', 'text'], errors);
  const owner = { kind: 'section', id: section.id } as const;
  const common = { reader, form, known: checked.known, owner, name, at };
  return sendPartPage(c, visit, {
    title: name,
    said: summary.length > 0 || isStale ? null : saidOf(c),
    isStale,
    isRefused: summary.length > 0,
    children: (
      <div class="builder">
        <ErrorSummary reader={reader} errors={summary} />
        <form class="form" method="post" action={sectionHref(form, section.id)} autocomplete="off">
          <HiddenFields fields={{ seq: String(form.seq) }} />
          <TextField
            reader={reader}
            name="title"
            label={t('formSettings.sectionTitle')}
            hint={t('formSettings.sectionTitleHint')}
            value={title}
            error={errors.title}
          />
          <MarkdownArea
            reader={reader}
            name="text"
            label={t('formSettings.sectionText')}
            hint={t('formSettings.sectionTextHint')}
            value={words}
            error={errors.text}
            rows={3}
          />
          <div class="actions">
            <Button look="primary">{t('formSettings.save')}</Button>
            <ButtonLink href={formHref(form)}>{t('common.cancel')}</ButtonLink>
          </div>
        </form>
        <ConditionPart
          {...common}
          part="visibility"
          visibility={section.visibility}
          condition={section.visibility?.when}
        />
        <ConditionPart {...common} part="requiredWhen" condition={section.requiredWhen} />
        <p class="hint">{asksWords(visit, section.id)}</p>
      </div>
    ),
  });
}

function asksWords({ form, checked, reader }: FormVisit, id: string): string {
  const questions = form.definition.sections.find((section) => section.id === id)?.questions ?? [];
  const labels = questions.map(({ field }) => labelOf(checked.known, field));
  return labels.length === 0
    ? reader.t('formSettings.sectionIsEmpty')
    : reader.t('formSettings.sectionAsks', { questions: labels.join(', ') });
}
