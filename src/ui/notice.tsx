import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'info' | 'success' | 'warning' | 'danger';

/** Something to know, above what it is about. `focus`: it is the answer to what was just done, and takes the focus. */
export const Notice = ({ tone = 'info', focus, children }: { tone?: Tone; focus?: boolean; children: Child }) => (
  <div class="notice" data-tone={tone} role="status" {...(focus && { tabindex: -1, autofocus: true })}>
    <Icon name={icons[tone]} />
    <div>{children}</div>
  </div>
);

const icons = { info: 'info', success: 'check', warning: 'alert', danger: 'alert' } as const satisfies Record<
  Tone,
  IconName
>;
