import type { outbox } from '#db/schema/mail.ts';
import type { events, messages, notes, readMarks } from '#db/schema/threads.ts';
import type { ticketPeople, tickets } from '#db/schema/tickets.ts';

type Row<T extends { readonly $inferSelect: object }> = Omit<T['$inferSelect'], 'tenantId'>;

/** All rows of one ticket, but for its tenant. */
export interface TicketRows {
  readonly ticket: Row<typeof tickets>;
  readonly people: readonly Row<typeof ticketPeople>[];
  readonly messages: readonly Row<typeof messages>[];
  readonly notes: readonly Row<typeof notes>[];
  readonly events: readonly Row<typeof events>[];
  readonly marks: readonly Row<typeof readMarks>[];
  readonly mails: readonly Row<typeof outbox>[];
}
