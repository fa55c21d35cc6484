import type { ValueAgain } from '#http/value-form.tsx';
import type { Choice } from '#tickets/change-ticket.ts';

/** What could not be set on a ticket, for the page that comes again. */
export type TicketTrouble =
  | { readonly kind: 'value'; readonly again: ValueAgain }
  /** It was to be solved, and fields that are needed for it are empty. */
  | { readonly kind: 'needed' }
  /** Somebody else set these meanwhile. */
  | { readonly kind: 'stale'; readonly choices: readonly Choice[] };
