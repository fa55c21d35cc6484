import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { SafeHtml } from '#lib/markdown.ts';
import { Button } from './button.tsx';
import type { FieldError } from './error-summary.tsx';
import { FileField, UploadKey, type UploadsView } from './file-field.tsx';
import { MarkdownArea } from './markdown-area.tsx';
import type { Reader } from './reader.ts';

/** The files of a message that is being written. */
export interface ComposerFiles {
  readonly uploads: UploadsView;
  readonly ids: readonly string[];
  readonly error?: string | undefined;
}

type ComposerProps = {
  reader: Reader;
  action: string;
  label: string;
  submit: string;
  value?: string | undefined;
  error?: string | undefined;
  hint?: string | undefined;
  /** Answers a script with the rendered text; without script the form itself is sent with `preview`. */
  previewPath: string;
  preview?: SafeHtml | undefined;
  files: ComposerFiles;
  /** Hidden fields: the idempotency key, the workspace. */
  children?: Child;
  /** Further buttons of the same form. */
  actions?: Child;
};

/** What the summary above a reply box says. */
export function composerErrors(
  { t }: Reader,
  { error, files }: { readonly error?: string | undefined; readonly files: ComposerFiles },
): readonly FieldError[] {
  const body = error ? [{ field: 'body', message: t('field.named', { field: t('reply.label'), message: error }) }] : [];
  return files.error ? [...body, { field: 'files', message: files.error }] : body;
}

/** A reply box. `<reply-box>` keeps drafts and sends typing; `<markdown-preview>` previews in place. */
export const Composer = (props: ComposerProps) => (
  <reply-box>
    <form class="composer" method="post" action={props.action} id="reply" enctype="multipart/form-data">
      <UploadKey uploads={props.files.uploads} />
      {props.children}
      <MarkdownArea
        reader={props.reader}
        name="body"
        label={props.label}
        value={props.value}
        error={props.error}
        hint={props.hint}
        placeholder={props.reader.t('reply.placeholder')}
        rows={4}
        hiddenLabel
        required
      />
      <Preview reader={props.reader} html={props.preview} />
      <FileField reader={props.reader} name="files" isMain {...props.files} />
      <div class="composer-bar">
        <span class="hint">{props.reader.t('reply.hint')}</span>
        <div class="actions">
          <PreviewButton reader={props.reader} path={props.previewPath} />
          {props.actions}
          <Button look="primary">{props.submit}</Button>
        </div>
      </div>
    </form>
  </reply-box>
);

export const PreviewButton = ({ reader, path }: { reader: Reader; path: string }) => (
  <Button
    look="quiet"
    icon="eye"
    name="preview"
    value="1"
    formnovalidate
    data={{ 'data-preview': path, 'data-needs': 'markdown-preview' }}
  >
    {reader.t('reply.preview')}
  </Button>
);

/** The server's own rendering of what stands in the box; empty until asked for. */
export const Preview = ({ reader, html }: { reader: Reader; html?: SafeHtml | undefined }) => (
  <markdown-preview>
    <section
      class="preview"
      aria-label={reader.t('reply.previewTitle')}
      aria-live="polite"
      hidden={html === undefined}
      {...(html !== undefined && { tabindex: -1, autofocus: true })}
      data-preview-area
    >
      <p class="preview-title">{reader.t('reply.previewTitle')}</p>
      <div class="prose" dir="auto" data-preview-body>
        {html !== undefined && raw(html)}
      </div>
    </section>
  </markdown-preview>
);
