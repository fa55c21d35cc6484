import { raw } from 'hono/html';
import * as z from 'zod';
import { changeDraft } from '#forms/builder/change-draft.ts';
import { formLimits } from '#forms/definition-shape.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { renderMarkdown } from '#lib/markdown.ts';
import { Problem } from '#lib/problem.ts';
import { mostTags, tagsIn } from '#lib/tag-name.ts';
import { cleanText, isLongerThan, lengthOf } from '#lib/text.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { MarkdownArea } from '#ui/markdown-area.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { sendFormPage } from './form-page.tsx';
import { type FormVisit, formHref, leaveFor, saidOf, visitForm, workOf } from './place.ts';
import { StaleNotice } from './stale-notice.tsx';

const names = ['intro', 'success', 'priority', 'team', 'tags'] as const;
type Typed = Readonly<Record<(typeof names)[number], string>>;
type Errors = { readonly [name in (typeof names)[number]]?: string | undefined };

/** GET …/texts: what stands around the questions, and what a request from the form begins with. */
export async function showTexts(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { intro, success, outcome } = visit.form.definition;
  const typed = {
    intro,
    success,
    priority: outcome.priority ?? '',
    team: outcome.team ?? '',
    tags: outcome.tags.join(', '),
  };
  return page(c, visit, { typed, errors: {}, isStale: false });
}

const text = z.string().default('');
const saved = z.strictObject({
  seq: z.string(),
  preview: z.string().optional(),
  intro: text,
  success: text,
  priority: text,
  team: text,
  tags: text,
});

/** POST …/texts */
export async function saveTexts(c: AppContext): Promise<Response> {
  const read = await readForm(c, saved);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { seq, preview, ...typed } = read.value;
  const errors = faultsIn(visit, typed);
  if (preview !== undefined) return page(c, visit, { typed, errors, isStale: false, isPreviewed: true });
  if (Object.values(errors).some(Boolean)) return page(c, visit, { typed, errors, isStale: false });
  const { priority, team } = typed;
  const outcome = { tags: tagsIn(typed.tags).names, ...(priority && { priority }), ...(team && { team }) };
  const edit = { kind: 'texts', intro: cleanText(typed.intro), success: cleanText(typed.success), outcome } as const;
  const result = await changeDraft(workOf(c, visit, seq), edit);
  if (result.outcome === 'done') return leaveFor(c, formHref(visit.form, '/texts'), 'saved');
  return page(c, visit, { typed, errors: {}, isStale: true });
}

function faultsIn({ reader: { t }, seen }: FormVisit, typed: Typed): Errors {
  const tooLong = (words: string) =>
    isLongerThan(words, formLimits.text)
      ? t('field.tooLong', { max: formLimits.text, length: lengthOf(words) })
      : undefined;
  const unknown = (id: string, list: readonly { readonly id: string }[]) =>
    id !== '' && !list.some((one) => one.id === id) ? t('field.choice') : undefined;
  const tags = tagsIn(typed.tags);
  return {
    intro: tooLong(typed.intro),
    success: tooLong(typed.success),
    priority: unknown(typed.priority, seen.rows.priorities),
    team: unknown(typed.team, seen.rows.teams),
    tags:
      tags.tooLong.length > 0 || tags.names.length > mostTags
        ? t('formSettings.tagsFault', { count: mostTags })
        : undefined,
  };
}

interface View {
  readonly typed: Typed;
  readonly errors: Errors;
  readonly isStale: boolean;
  /** The texts are shown as customers will read them; nothing is saved. */
  readonly isPreviewed?: boolean;
}

function page(c: AppContext, visit: FormVisit, view: View): Promise<Response> {
  const { form, reader } = visit;
  const { typed, errors, isStale, isPreviewed = false } = view;
  const summary = faultsOf(names, errors);
  const isAgain = isStale || isPreviewed || summary.length > 0;
  return sendFormPage(c, visit, {
    tab: 'texts',
    said: isAgain ? null : saidOf(c),
    status: isStale || summary.length > 0 ? 422 : 200,
    children: (
      <div class="builder">
        <StaleNotice reader={reader} isStale={isStale} />
        <ErrorSummary reader={reader} errors={summary} />
        <form class="form" method="post" action={formHref(form, '/texts')} autocomplete="off">
          <HiddenFields fields={{ seq: String(form.seq) }} />
          <Texts {...{ reader, typed, errors, isPreviewed }} />
          <Outcome {...{ visit, typed, errors }} />
          <div class="actions">
            <Button look="primary">{reader.t('formSettings.save')}</Button>
            <Button name="preview" value="1" icon="eye" formnovalidate>
              {reader.t('formSettings.previewTexts')}
            </Button>
          </div>
        </form>
      </div>
    ),
  });
}

interface TextsProps {
  reader: Reader;
  typed: Typed;
  errors: Errors;
  isPreviewed: boolean;
}

const Texts = ({ reader, typed, errors, isPreviewed }: TextsProps) => (
  <>
    {(['intro', 'success'] as const).map((name) => (
      <div class="blocks">
        <MarkdownArea
          reader={reader}
          name={name}
          label={reader.t(name === 'intro' ? 'formSettings.introText' : 'formSettings.success')}
          hint={reader.t(`formSettings.${name}Hint`)}
          value={typed[name]}
          error={errors[name]}
          rows={4}
        />
        {isPreviewed && typed[name].trim() !== '' && (
          <section class="text-preview" aria-label={reader.t(`formSettings.previewOf.${name}`)}>
            <div class="prose" dir="auto">
              {raw(renderMarkdown(cleanText(typed[name])))}
            </div>
          </section>
        )}
      </div>
    ))}
  </>
);

const Outcome = ({ visit, typed, errors }: { visit: FormVisit; typed: Typed; errors: Errors }) => {
  const { reader, seen } = visit;
  const { t } = reader;
  const options = (list: readonly { readonly id: string; readonly label: string }[], none: string) => [
    { value: '', label: none },
    ...list.map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <>
      <h2>{t('formSettings.outcome')}</h2>
      <Select
        reader={reader}
        name="priority"
        label={t('formSettings.outcome.priority')}
        hint={t('formSettings.outcome.priorityHint')}
        options={options(seen.rows.priorities, t('formSettings.outcome.usual'))}
        value={typed.priority}
        error={errors.priority}
      />
      <Select
        reader={reader}
        name="team"
        label={t('formSettings.outcome.team')}
        options={options(seen.rows.teams, t('formSettings.outcome.noTeam'))}
        value={typed.team}
        error={errors.team}
      />
      <TextField
        reader={reader}
        name="tags"
        label={t('formSettings.outcome.tags')}
        hint={t('formSettings.outcome.tagsHint')}
        value={typed.tags}
        error={errors.tags}
      />
    </>
  );
};
