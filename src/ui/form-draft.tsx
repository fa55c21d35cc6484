import type { Reader } from './reader.ts';

export interface FormDraftProps {
  reader: Reader;
  /** The id of whoever writes. */
  person: string;
  /** Which of their forms this is; the same on every page that shows it. Never an address with a secret in it. */
  form: string;
  /** The form shows nothing that was typed before. */
  fresh: boolean;
  /** Who writes is known by a link alone. */
  guest?: boolean | undefined;
  /** Of a message that was sent: its files and pictures stay with it. */
  edit?: boolean | undefined;
  /** How long unsent words are kept. */
  days?: number | undefined;
}

/** Stands in a form: script keeps what is typed there until it is sent (browser/drafts). */
export const FormDraft = ({ reader: { t }, person, form, fresh, guest, edit, days = 30 }: FormDraftProps) => (
  <form-draft
    data-person={person}
    data-form={form}
    data-days={days}
    data-fresh={fresh ? '' : undefined}
    data-guest={guest ? '' : undefined}
    data-edit={edit ? '' : undefined}
  >
    <div role="status">
      <div class="draft-note" data-draft-note hidden>
        <span>{t(edit ? 'edit.begun' : 'draft.kept')}</span>
        <button type="button" class="button quiet" data-discard>
          {t('draft.discard')}
        </button>
      </div>
    </div>
  </form-draft>
);
