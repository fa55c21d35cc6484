import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { dropOwed, insertOwed } from './owe-mail-queries.ts';
import type { OwedMail } from './owed-mail.ts';

/** Statements for the batch of the change that owes the mails; none for none. */
export function oweMail(scope: TenantScope, mails: readonly OwedMail[]): readonly Statement<number>[] {
  return mails.length === 0 ? [] : [insertOwed(scope, mails)];
}

/** The same where the statement just before it in the batch may change no row: then nothing is owed. */
export function oweMailIfChanged(scope: TenantScope, mails: readonly OwedMail[]): Statement<number> {
  return insertOwed(scope, mails, 'if-changed');
}

/** For the batch that takes a contact off a ticket: they are owed nothing about it any more. */
export function oweNothing(scope: TenantScope, ticketId: string, contactId: string): Statement<number> {
  return dropOwed(scope, ticketId, contactId);
}
