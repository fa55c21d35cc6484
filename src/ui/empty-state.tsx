import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

type EmptyStateProps = { icon?: IconName; title: string; text: string; children?: Child };

/** Says what will be here; its children offer the first step. */
export const EmptyState = ({ icon = 'inbox', title, text, children }: EmptyStateProps) => (
  <div class="empty">
    <span class="empty-icon">
      <Icon name={icon} />
    </span>
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
);
