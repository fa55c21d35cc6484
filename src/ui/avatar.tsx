import { initials } from '#lib/text.ts';

/** Whose words these are: the reader's own, another customer's, the team's. */
export type Side = 'own' | 'customer' | 'team';

/** Letters in a disc; beside a name always, so hidden from screen readers. */
export const Avatar = ({ name, side }: { name: string; side: Side }) => (
  <span class="avatar" data-side={side} aria-hidden="true">
    {initials(name)}
  </span>
);
