import { branchingOf } from '#forms/browser-form.ts';
import { dependsOn, questionsOf } from '#forms/form-places.ts';
import { seenAfter } from '#forms/seen-questions.ts';
import { type TypedFiles, typedFiles, uploadsView } from '#http/form-files.ts';
import { renderMarkdown, type SafeHtml } from '#lib/markdown.ts';
import type { ComposerFiles } from '#ui/composer.tsx';
import type { FieldError } from '#ui/error-summary.tsx';
import { type FileFaultView, type FileView, fileFaultWords } from '#ui/file-view.ts';
import type { QuestionView, SectionView } from '#ui/form-section.tsx';
import type { Reader } from '#ui/reader.ts';
import type { FormKeys } from '../forms/hidden-keys.tsx';
import { previewOf } from '../forms/preview-of.ts';
import type { Asking, Filled, FormRows } from './asking.ts';
import { questionView } from './question-view.ts';
import { formTag } from './sent-form.ts';

/** Why the form is shown as it is. */
export type FormNotice =
  | 'reply.draftKept'
  | 'reply.alreadySent'
  | 'ask.changed'
  | 'ask.revealed'
  | 'ask.lostFile'
  | null;

/** What the page is told besides what stands in the controls. */
export interface FormState {
  readonly key: string;
  readonly notice: FormNotice;
  /** What was typed for questions that the form does not ask any more. */
  readonly lost?: readonly LostAnswer[];
  /** Whether what is wrong is said at the top too. */
  readonly isRefused?: boolean;
  readonly isPreviewed?: boolean;
  /** It was opened just now, by its address: nothing in it was typed by hand. */
  readonly isOpened?: boolean;
  /** The person has answered what the page showed. */
  readonly isAnswered?: boolean;
  /** What was uploaded for it, and what was not kept, by question or as `files`; none yet where it is left out. */
  readonly files?: TypedFiles & {
    readonly kept: readonly FileView[];
    readonly byQuestion: Readonly<Record<string, readonly FileFaultView[]>>;
  };
}

export interface LostAnswer {
  readonly label: string;
  readonly words: string;
}

export interface RequestFormView extends Pick<FormState, 'notice'> {
  /** Where it is sent: the page's own path. */
  readonly action: string;
  readonly keys: FormKeys;
  /** Which form and version it is. */
  readonly tag: string;
  /** Which questions the person will have seen (forms/seen-questions.ts). */
  readonly shown: string;
  /** Number of the request that this one follows. */
  readonly followUp: number | null;
  /** Null where it is the only one. */
  readonly name: string | null;
  readonly intro: SafeHtml | null;
  readonly sections: readonly SectionView[];
  readonly people: FormRows['people'];
  readonly faults: readonly FieldError[];
  readonly lost: readonly LostAnswer[];
  readonly preview: SafeHtml | undefined;
  readonly files: ComposerFiles;
  /** Which unsent words the browser may keep for it, and put back where nothing was typed. */
  readonly draft: { readonly form: string; readonly fresh: boolean };
  /** JSON for script: what shows, hides and requires; null where nothing does. */
  readonly branching: string | null;
  /** Without script the next button shows what comes up, where something may. */
  readonly isStep: boolean;
}

export function formView(
  reader: Reader,
  asking: Asking,
  rows: FormRows,
  filled: Filled,
  { action, workspace, ...state }: FormState & { readonly action: string; readonly workspace: string },
): RequestFormView {
  const { form, shapes } = asking;
  // What is still missing is said to who has sent it, not to who is still at it.
  const said = state.isRefused ? filled : { ...filled, faults: withoutMissing(filled.faults) };
  const sections = form.sections.map((section) => ({
    id: section.id,
    title: section.title,
    text: section.text === '' ? null : renderMarkdown(section.text),
    isShown: filled.asked.sections.includes(section.id),
    questions: section.questions.flatMap((question) => {
      const shape = question.hidden ? undefined : shapes.get(question.field);
      return shape ? [withFileFault(reader, questionView(reader, question, shape, said), state)] : [];
    }),
  }));
  const files = filesOf(reader, state);
  return {
    action,
    keys: { key: state.key, workspace },
    tag: formTag({ formId: form.id, version: form.version }),
    shown: seenAfter(
      [...filled.seen].filter((key) => shapes.has(key)),
      filled.asked.shown,
    ),
    followUp: rows.followed?.number ?? null,
    name: rows.offer.forms.length > 1 ? form.name : null,
    intro: form.intro === '' ? null : renderMarkdown(form.intro),
    sections,
    people: asking.people,
    notice: state.notice,
    faults: [...(state.isRefused ? faultsOf(reader, sections) : []), ...faultsOfFiles(files.error)],
    files,
    lost: state.lost ?? [],
    preview: state.isPreviewed ? previewOf(reader, filled.typed.get('body')?.[0] ?? '', files) : undefined,
    draft: {
      // What the address fills in is a form of its own: its draft comes back there, and nowhere else.
      form: ['new', form.slug, workspace, rows.followed?.number ?? '', ...filledByAddress(filled, rows)].join('/'),
      fresh: state.isOpened ?? false,
    },
    branching: branchingOf(form, shapes),
    isStep: mayReveal(asking, filled, state.isAnswered ? filled.revealed : filled.asked.shown),
  };
}

function filesOf(reader: Reader, { files }: Pick<FormState, 'files'>): ComposerFiles {
  const { key, ids, kept, byQuestion } = files ?? { ...typedFiles(), kept: [], byQuestion: {} };
  return { uploads: uploadsView(key, kept), ids, error: fileFaultWords(reader, byQuestion['files']) };
}

function faultsOfFiles(error: string | undefined): readonly FieldError[] {
  return error === undefined ? [] : [{ field: 'files', message: error }];
}

/** What is wrong with the files of a question comes before what is wrong with its answer. */
function withFileFault(reader: Reader, view: QuestionView, { files }: Pick<FormState, 'files'>): QuestionView {
  const words = fileFaultWords(reader, files?.byQuestion[view.shape.key]);
  return words === undefined ? view : { ...view, error: words };
}

function withoutMissing(faults: Filled['faults']): Filled['faults'] {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== 'required'));
}

/** What came with the address, in a few words; what a followed request suggests did not. */
function filledByAddress({ typed, seen }: Filled, { followed }: FormRows): readonly string[] {
  if (seen.size > 0) return [];
  const came = [...typed].filter(([key, values]) => key !== 'subject' || values[0] !== followed?.subject);
  return came.length === 0 ? [] : [JSON.stringify(came).slice(0, 500)];
}

/** What is wrong, in the form's order. */
function faultsOf({ t }: Reader, sections: readonly SectionView[]): readonly FieldError[] {
  return sections.flatMap(({ questions }) =>
    questions.flatMap(({ id, shape, error, isShown }) =>
      error && isShown ? [{ field: id, message: t('field.named', { field: shape.label, message: error }) }] : [],
    ),
  );
}

/** Whether answers to these questions may bring up another, at once or by way of what nobody sees. */
function mayReveal({ form }: Asking, { asked }: Filled, answered: readonly string[]): boolean {
  const hidden = new Set(questionsOf(form).flatMap(({ question }) => (question.hidden ? [question.field] : [])));
  return questionsOf(form).some((placed) => {
    const { field, hidden: isHidden } = placed.question;
    if (isHidden || asked.shown.includes(field)) return false;
    return answered.length > 0 && dependsOn(placed).some((key) => answered.includes(key) || hidden.has(key));
  });
}
