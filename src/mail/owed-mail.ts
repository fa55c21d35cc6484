import type { mailKinds } from '#db/schema/mail.ts';

/** A mail that a write owes to one recipient: ids only, the courier finds the rest when it sends. */
export interface OwedMail {
  readonly id: string;
  readonly kind: (typeof mailKinds)[number];
  readonly recipientKind: 'contact' | 'agent';
  readonly recipientId: string;
  readonly ticketId: string;
  /** The message that the mail shows, or null. */
  readonly messageId: string | null;
}
