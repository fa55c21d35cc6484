import { Icon } from './icon.tsx';

export type StatusCategory = 'new' | 'open' | 'waiting' | 'solved' | 'closed';
export type StatusView = { category: StatusCategory; label: string };

/** A word and a shape; the colour only helps. */
export const StatusBadge = ({ category, label }: StatusView) => (
  <span class="status" data-category={category}>
    <Icon name={`status-${category}`} />
    {label}
  </span>
);
