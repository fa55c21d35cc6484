import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';
import { TextArea, type TextAreaProps } from './text-area.tsx';

/** What the bar offers, with the keys that do the same. */
const marks = [
  { mark: 'bold', keys: 'B' },
  { mark: 'italic', keys: 'I' },
  { mark: 'link', keys: 'K' },
  { mark: 'code', keys: 'E' },
  { mark: 'list', keys: 'Shift+8' },
  { mark: 'numbers', keys: 'Shift+7' },
  { mark: 'quote', keys: 'Shift+9' },
] as const;

/**
 * A text field for Markdown. The bar is for script alone (browser/editor). It stands
 * below, so that Tab leads from the field before to the words; Tab stops at it once.
 */
export const MarkdownArea = (props: TextAreaProps) => (
  <TextArea
    {...props}
    around={(control) => (
      <markdown-editor>
        {control}
        <Bar reader={props.reader} controls={props.id ?? props.name} />
      </markdown-editor>
    )}
  />
);

const Bar = ({ reader: { t }, controls }: { reader: Reader; controls: string }) => (
  <div class="marks" role="toolbar" aria-label={t('editor.label')} aria-controls={controls}>
    {marks.map(({ mark, keys }, at) => (
      <button
        type="button"
        tabindex={at === 0 ? 0 : -1}
        data-mark={mark}
        data-needs="markdown-editor"
        aria-label={t(`editor.${mark}`)}
        aria-keyshortcuts={`Control+${keys} Meta+${keys}`}
        title={t(`editor.${mark}`)}
      >
        <Icon name={mark} />
      </button>
    ))}
  </div>
);
