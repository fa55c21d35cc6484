import { newId } from '#lib/ids.ts';
import type { OwedMail } from '#mail/owed-mail.ts';

type MailKind = OwedMail['kind'];

interface About {
  readonly ticketId: string;
  readonly messageId: string | null;
  readonly now: number;
}

/** A contact's words: to the assignee, else to every agent who watches the unassigned (DESIGN §7). */
export function mailsToAgents(
  kind: Extract<MailKind, 'agent_new_request' | 'agent_customer_replied'>,
  agents: readonly { readonly id: string; readonly notifyUnassigned: number }[],
  assigneeId: string | null,
  about: About,
): OwedMail[] {
  const assignee = agents.filter(({ id }) => id === assigneeId);
  const told = assignee.length > 0 ? assignee : agents.filter(({ notifyUnassigned }) => notifyUnassigned === 1);
  return told.map(({ id }) => owed(kind, 'agent', id, about));
}

/** An agent's words: to requester and participants who may still see the request. */
export function mailsToPeople(
  kind: Extract<MailKind, 'new_reply' | 'request_solved'>,
  people: readonly { readonly contactId: string; readonly sees: number }[],
  about: About,
): OwedMail[] {
  return people.filter(({ sees }) => sees === 1).map(({ contactId }) => owed(kind, 'contact', contactId, about));
}

/** To the author alone: their request has arrived. */
export function receiptTo(contactId: string, about: About): OwedMail {
  return owed('request_received', 'contact', contactId, about);
}

/** To somebody who was put on a request. */
export function addedMail(contactId: string, about: About): OwedMail {
  return owed('participant_added', 'contact', contactId, about);
}

function owed(kind: MailKind, recipientKind: 'contact' | 'agent', recipientId: string, about: About): OwedMail {
  const { ticketId, messageId, now } = about;
  return { id: newId('outbox', now), kind, recipientKind, recipientId, ticketId, messageId };
}
