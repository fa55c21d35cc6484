import { FieldErrorLine } from './field-error.tsx';
import { type FileView, fileLimits, isPicture, sizeWords } from './file-view.ts';
import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

/** How a form takes files. */
export interface UploadsView {
  /** The form's upload key: what was uploaded belongs to it. */
  readonly key: string;
  /** Takes one file by script, and leads to those that it took: `/uploads` or a link's own. */
  readonly path: string;
  /** Shows one: `/files`. */
  readonly filesPath: string;
  /** What was uploaded for this form and not sent yet. */
  readonly kept: readonly FileView[];
}

interface FileFieldProps {
  reader: Reader;
  uploads: UploadsView;
  /** Of the control, and of the hidden fields that hold the ids. */
  name: string;
  /** Ids that the form has already, in their order. */
  ids: readonly string[];
  /** The control's id; `name` where it is left out. */
  id?: string | undefined;
  /** What stands beside the control; *Attach files* where it is left out. */
  label?: string | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** How many files it takes. */
  most?: number | undefined;
  /** Takes what is pasted or dropped anywhere in its form. One a form. */
  isMain?: boolean;
  autofocus?: boolean;
}

/**
 * Files of a form: a plain control that sends them with it, and `<file-field>`,
 * which sends each at once and keeps its id. Its form needs
 * `enctype="multipart/form-data"` and one `<UploadKey>`.
 */
export const FileField = (props: FileFieldProps) => {
  const { reader, uploads, name, ids, id = name, error, most = fileLimits.count } = props;
  const { t } = reader;
  const kept = ids.flatMap((each) => uploads.kept.find((file) => file.id === each) ?? []);
  const hint = props.hint ?? (props.isMain ? undefined : hintOf(reader, most));
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <file-field
      data-upload={uploads.path}
      data-name={name}
      data-largest={String(fileLimits.size)}
      {...(props.isMain && { 'data-main': '' })}
    >
      <div class="field file-field">
        {props.label && (
          <p class="label">
            <span>{props.label}</span>
            {!props.required && <span class="optional"> {t('common.optional')}</span>}
          </p>
        )}
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <ul class="kept-files" aria-label={t('files.kept')} data-kept>
          {kept.map((file) => (
            <KeptFile reader={reader} file={file} name={name} filesPath={uploads.filesPath} />
          ))}
        </ul>
        <div class="file-choice">
          <label for={id} class="button quiet">
            <Icon name="clip" />
            {props.label && <span class="unseen">{props.label}: </span>}
            {t('files.attach')}
          </label>
          <input
            type="file"
            id={id}
            name={name}
            multiple={most > 1}
            autofocus={props.autofocus || undefined}
            aria-describedby={described || undefined}
            aria-invalid={error ? 'true' : undefined}
          />
        </div>
        <p class="unseen" role="status" data-said />
        <template data-row>
          <UploadRow reader={reader} size={sizeWords(reader, fileLimits.size)} />
        </template>
        <FieldErrorLine reader={reader} id={id} error={error} />
      </div>
    </file-field>
  );
};

/**
 * First in each form with files. `autocomplete`: Firefox would bring an old key
 * back. The button is what Enter in a line presses: else it were the first
 * *Remove* of the list.
 */
export const UploadKey = ({ uploads }: { uploads: Pick<UploadsView, 'key'> }) => (
  <>
    <button type="submit" hidden />
    <input type="hidden" name="upload_key" value={uploads.key} autocomplete="off" />
  </>
);

interface KeptFileProps {
  reader: Reader;
  file: FileView;
  name: string;
  filesPath: string;
}

/** A file that has arrived and was not sent yet; also what an upload by script answers. */
export const KeptFile = ({ reader, file, name, filesPath }: KeptFileProps) => (
  <li class="kept-file" data-file={file.id} data-name={file.name} {...(isPicture(file) && { 'data-picture': '' })}>
    <input type="hidden" name={name} value={file.id} autocomplete="off" />
    <Icon name="file" />
    <a href={`${filesPath}/${file.id}`} target="_blank" rel="noopener">
      <bdi>{file.name}</bdi>
    </a>
    <span class="file-size">{sizeWords(reader, file.size)}</span>
    <button type="submit" class="button quiet" name="drop_file" value={file.id} formnovalidate data-drop>
      <Icon name="cross" />
      <span class="unseen">{reader.t('files.remove', { name: file.name })}</span>
    </button>
  </li>
);

/** One on its way, as the script shows it. */
const UploadRow = ({ reader: { t }, size }: { reader: Reader; size: string }) => (
  <li
    class="kept-file"
    data-uploading={t('files.uploading', { name: '{name}' })}
    data-arrived={t('files.arrived', { name: '{name}' })}
    data-failed={t('files.notArrived')}
    data-too-large={t('files.fault.too_large', { name: '{name}', size })}
    data-waiting={t('files.waiting')}
  >
    <Icon name="file" />
    <bdi data-file-name />
    <progress max="100" value="0" />
    <span class="field-error" data-fault hidden />
    <button type="button" class="button quiet" data-retry hidden>
      {t('files.retry')}
    </button>
    <button type="button" class="button quiet" data-cancel>
      <Icon name="cross" />
      <span class="unseen">{t('files.cancel')}</span>
    </button>
  </li>
);

function hintOf(reader: Reader, most: number): string {
  return reader.t('files.hint', { count: most, size: sizeWords(reader, fileLimits.size) });
}
