import type { Child } from 'hono/jsx';
import type { SafeHtml } from '#lib/markdown.ts';
import { Button } from './button.tsx';
import { type ComposerFiles, Preview } from './composer.tsx';
import { FileField, UploadKey } from './file-field.tsx';
import { Icon } from './icon.tsx';
import { MarkdownArea } from './markdown-area.tsx';
import type { Reader } from './reader.ts';
import { type Option, Select } from './select.tsx';

export type AgentComposerProps = {
  reader: Reader;
  /** Takes `kind` (`reply` or `note`), `body`, `status`. */
  action: string;
  previewAction: string;
  kind?: 'reply' | 'note';
  /** Who gets the reply, in words: *Nora Berg and Nils Holm*; empty when nobody gets mail. */
  people: string;
  brandName: string;
  /** Statuses to choose after a reply; the first is what a reply sets by itself. */
  statusAfter: readonly Option[];
  status?: string | undefined;
  value?: string | undefined;
  error?: string | undefined;
  /** The ticket takes no reply any more. */
  noteOnly?: boolean | undefined;
  preview?: SafeHtml | undefined;
  files: ComposerFiles;
  children?: Child;
};

/** Reply or note by two radio buttons; words, tint and button follow the choice without script (`:has`). */
export const AgentComposer = (props: AgentComposerProps) => {
  const { t } = props.reader;
  return (
    <reply-box data-face="agent">
      <form
        class="composer agent-composer"
        method="post"
        action={props.action}
        id="reply"
        enctype="multipart/form-data"
      >
        <UploadKey uploads={props.files.uploads} />
        {props.children}
        <fieldset class="kinds">
          <legend class="unseen">{t('agent.compose.kind')}</legend>
          {!props.noteOnly && (
            <Kind value="reply" checked={props.kind !== 'note'} icon="reply" label={t('agent.compose.reply')} />
          )}
          <Kind value="note" checked={props.kind === 'note'} icon="lock" label={t('agent.compose.note')} />
        </fieldset>
        <p class="goes-to for-reply">
          <Icon name="mail" />
          {props.people
            ? t('agent.compose.replyGoesTo', { people: props.people })
            : t('agent.compose.replyGoesToNobody')}
        </p>
        <p class="goes-to for-note">
          <Icon name="lock" />
          {props.noteOnly && <>{t('agent.compose.noteOnly')} </>}
          {t('agent.compose.noteGoesTo', { brand: props.brandName })}
        </p>
        <MarkdownArea
          reader={props.reader}
          name="body"
          label={t('reply.label')}
          value={props.value}
          error={props.error}
          rows={5}
          hiddenLabel
          required
        />
        <Preview reader={props.reader} html={props.preview} />
        <FileField reader={props.reader} name="files" isMain {...props.files} />
        <div class="composer-bar">
          <Button
            look="quiet"
            icon="eye"
            formaction={props.previewAction}
            formnovalidate
            title={t('reply.preview')}
            data={{ 'data-preview': props.previewAction, 'data-needs': 'markdown-preview' }}
          >
            {t('reply.preview')}
          </Button>
          <div class="for-reply">
            <Select
              reader={props.reader}
              name="status"
              id="status-after"
              label={t('agent.compose.statusAfter')}
              options={props.statusAfter}
              value={props.status}
              hiddenLabel
              required
            />
          </div>
          <Button look="primary">
            <span class="for-reply">{t('agent.compose.sendReply')}</span>
            <span class="for-note">{t('agent.compose.saveNote')}</span>
          </Button>
        </div>
      </form>
    </reply-box>
  );
};

const Kind = (props: { value: 'reply' | 'note'; checked: boolean; icon: 'reply' | 'lock'; label: string }) => (
  <label>
    <input type="radio" name="kind" value={props.value} checked={props.checked} />
    <Icon name={props.icon} />
    {props.label}
  </label>
);
