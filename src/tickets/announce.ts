import type { Effects } from '#lib/effects.ts';
import type { OwedMail } from '#mail/owed-mail.ts';
import type { PlannedChange } from './change.ts';

/**
 * After a change was written: whispers to its rooms and a word to the courier.
 * What is internal reaches the ticket's agents and the desk only.
 */
export function announce(
  effects: Effects,
  ticket: { readonly id: string; readonly accountId: string },
  people: readonly string[],
  planned: Pick<PlannedChange, 'seq' | 'publicSeq' | 'isPublic'>,
  mails: readonly OwedMail[],
): void {
  const publicSeq = planned.isPublic ? planned.publicSeq : null;
  const about = { seq: planned.seq, publicSeq, people };
  effects.whisper([
    { topic: { kind: 'ticket', ticketId: ticket.id }, ...about },
    { topic: { kind: 'desk' }, ...about },
    ...(planned.isPublic ? [{ topic: { kind: 'account', accountId: ticket.accountId } as const, ...about }] : []),
  ]);
  effects.sendMail(mails.map(({ id }) => id));
}
