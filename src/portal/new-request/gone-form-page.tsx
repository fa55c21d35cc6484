import type { OfferedForm } from '#forms/asked-form.ts';
import type { Contact } from '#lib/actor.ts';
import { Button } from '#ui/button.tsx';
import { FileList } from '#ui/file-list.tsx';
import type { FileView } from '#ui/file-view.ts';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ContactPage } from '../contact-page.tsx';
import { type FormKeys, HiddenKeys } from '../forms/hidden-keys.tsx';
import { carried } from './sent-form.ts';

export interface GoneWords {
  readonly subject: string;
  readonly body: string;
}

interface GoneFormPageProps {
  frame: Frame;
  actor: Contact;
  keys: FormKeys;
  words: GoneWords;
  files: {
    readonly key: string | undefined;
    readonly ids: readonly string[];
    readonly uploaded: readonly FileView[];
  };
  /** Those that the person can use. */
  forms: readonly OfferedForm[];
  followUp: number | null;
}

/** A form that is gone, and what was written for it: to be copied, or to go on with elsewhere. */
export const GoneFormPage = ({ frame, actor, keys, words, files, forms, followUp }: GoneFormPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const [first] = forms;
  const kept = files.uploaded.filter(({ id }) => files.ids.includes(id));
  return (
    <ContactPage frame={frame} actor={actor} title={t('ask.gone.title')} current="new" width="reading">
      <PageHead title={t('ask.gone.title')} back={{ href: '/requests/new', label: t('ask.allForms') }} />
      <form class="form" method="post" action={first && pathOf(first)}>
        <p class="lede" tabindex={-1} autofocus>
          {t(first ? 'ask.gone.text' : 'ask.gone.none')}
        </p>
        <HiddenKeys keys={keys} />
        {followUp !== null && <HiddenFields fields={{ follow_up: String(followUp) }} />}
        {files.key !== undefined && <HiddenFields fields={{ upload_key: files.key }} />}
        {files.ids.map((id) => (
          <HiddenFields fields={{ files: id }} />
        ))}
        <TextField reader={reader} name="subject" label={t('newRequest.subject')} value={words.subject} required />
        <TextArea reader={reader} name="body" label={t('kept.label')} value={words.body} required />
        {kept.length > 0 && (
          <div>
            {first && <p class="hint">{t('ask.gone.files')}</p>}
            <FileList reader={reader} files={kept} path="/files" />
          </div>
        )}
        <div class="actions">
          {forms.map((form) => (
            <Button
              name="continue"
              value={carried}
              formaction={pathOf(form)}
              look={form === first ? 'primary' : 'secondary'}
              formnovalidate
            >
              {t('ask.gone.to', { form: form.name })}
            </Button>
          ))}
        </div>
      </form>
    </ContactPage>
  );
};

function pathOf({ slug }: OfferedForm): string {
  return `/requests/new/${slug}`;
}
