import { CodeField } from './code-field.ts';
import { hasDrafts } from './drafts/has-drafts.ts';
import { keepTimesFresh } from './fresh-times.ts';
import { LiveList } from './live-list.ts';
import { LiveThread } from './live-thread.ts';
import { type Loads, loadOnTouch } from './load-on-touch.ts';
import { forgiveMended } from './mended-fields.ts';
import { ReplyBox } from './reply-box.ts';
import { followValueForms } from './value-forms.ts';

/** One line an element; its file is a bundle of its own. */
const loads: Loads = {
  'file-field': async () => (await import('./uploads/file-field.ts')).FileField,
  'form-draft': async () => (await import('./drafts/form-draft.ts')).FormDraft,
  'markdown-editor': async () => (await import('./editor/markdown-editor.ts')).MarkdownEditor,
  'markdown-preview': async () => (await import('./markdown-preview.ts')).MarkdownPreview,
};

/** What both faces have. Gives the way to fetch an element's code without a touch. */
export function defineCommon(more: Loads = {}): ReturnType<typeof loadOnTouch> {
  customElements.define('code-field', CodeField);
  customElements.define('live-list', LiveList);
  customElements.define('live-thread', LiveThread);
  customElements.define('reply-box', ReplyBox);
  keepTimesFresh();
  forgiveMended();
  followValueForms();
  const load = loadOnTouch({ ...loads, ...more });
  if (!hasDrafts()) return load;
  // Only now: words of another tab must not come between a hand and what it types.
  for (const draft of document.querySelectorAll('form-draft')) draft.toggleAttribute('data-back', true);
  void load('form-draft');
  return load;
}
