import type { mailKinds } from '#db/schema/mail.ts';

/** A mail that a write owes to one recipient: ids only, the courier finds the rest when it sends. */
export interface OwedMail {
  readonly id: string;
  readonly kind: (typeof mailKinds)[number];
  readonly recipientKind: 'contact' | 'agent' | 'invitation';
  readonly recipientId: string;
  /** Empty where the mail is about none. */
  readonly ticketId: string;
  /** The message that the mail shows, or null. */
  readonly messageId: string | null;
  /** What it is about where that is no ticket: as in `outbox.subject_id`. */
  readonly subjectId?: string;
}
