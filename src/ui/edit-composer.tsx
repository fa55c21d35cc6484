import type { Child } from 'hono/jsx';
import type { SafeHtml } from '#lib/markdown.ts';
import { Button, ButtonLink } from './button.tsx';
import { Preview, PreviewButton } from './composer.tsx';
import { MarkdownArea } from './markdown-area.tsx';
import type { Reader } from './reader.ts';

interface EditComposerProps {
  reader: Reader;
  action: string;
  value: string;
  error?: string | undefined;
  /** Where a script asks for the rendered text; without it there is no preview. */
  previewPath?: string | undefined;
  preview?: SafeHtml | undefined;
  cancelHref: string;
  /** Hidden fields. */
  children: Child;
}

/** The text of a message that was sent, to be changed. Nobody is told that somebody types. */
export const EditComposer = (props: EditComposerProps) => {
  const { reader } = props;
  const { t } = reader;
  return (
    <form class="composer" method="post" action={props.action} id="edit">
      {props.children}
      <MarkdownArea
        reader={reader}
        name="body"
        label={t('edit.label')}
        value={props.value}
        error={props.error}
        rows={8}
        autofocus={!props.error && !props.preview}
        hiddenLabel
        required
      />
      {props.previewPath !== undefined && <Preview reader={reader} html={props.preview} />}
      <div class="composer-bar">
        <span class="hint">{t('reply.hint')}</span>
        <div class="actions">
          {props.previewPath !== undefined && <PreviewButton reader={reader} path={props.previewPath} />}
          <ButtonLink href={props.cancelHref}>{t('common.cancel')}</ButtonLink>
          <Button look="primary">{t('edit.save')}</Button>
        </div>
      </div>
    </form>
  );
};
