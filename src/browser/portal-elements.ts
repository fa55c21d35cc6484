import { CodeField } from './code-field.ts';
import { keepTimesFresh } from './fresh-times.ts';
import { LiveList } from './live-list.ts';
import { LiveThread } from './live-thread.ts';
import { MarkdownPreview } from './markdown-preview.ts';
import { ReplyBox } from './reply-box.ts';

customElements.define('code-field', CodeField);
customElements.define('live-list', LiveList);
customElements.define('live-thread', LiveThread);
customElements.define('markdown-preview', MarkdownPreview);
customElements.define('reply-box', ReplyBox);
keepTimesFresh();
