import type { mailKinds } from '#db/schema/mail.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { insertOwed } from './owe-mail-queries.ts';

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

/** Statements for the batch of the change that owes the mails; none for none. */
export function oweMail(scope: TenantScope, mails: readonly OwedMail[]): readonly Statement<number>[] {
  return mails.length === 0 ? [] : [insertOwed(scope, mails)];
}
