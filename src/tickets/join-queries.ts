import { and, type Column, eq } from 'drizzle-orm';
import { accounts, agents, contacts } from '#db/schema/people.ts';
import { priorities, statuses, tickets } from '#db/schema/tickets.ts';
import { namedOrNull } from '#db/statement.ts';

// On what a ticket's row is joined with what it names. Always with the tenant,
// which leads every key.

export const itsStatus = and(eq(statuses.tenantId, tickets.tenantId), eq(statuses.id, tickets.statusId));
export const itsPriority = and(eq(priorities.tenantId, tickets.tenantId), eq(priorities.id, tickets.priorityId));
export const itsAccount = and(eq(accounts.tenantId, tickets.tenantId), eq(accounts.id, tickets.accountId));
export const itsRequester = and(eq(contacts.tenantId, tickets.tenantId), eq(contacts.id, tickets.requesterId));
export const itsAssignee = and(eq(agents.tenantId, tickets.tenantId), eq(agents.id, tickets.assigneeId));

interface Written {
  readonly tenantId: Column;
}

/** The contact who wrote an entry; ids of contacts and agents never meet, so one of the two joins finds nobody. */
export function byContact(entry: Written, author: Column) {
  return and(eq(contacts.tenantId, entry.tenantId), eq(contacts.id, author));
}

/** The agent who did. */
export function byAgent(entry: Written, author: Column) {
  return and(eq(agents.tenantId, entry.tenantId), eq(agents.id, author));
}

/** What those two joins bring: at most one of the names is there. */
export const authorNames = namedOrNull({ contactName: contacts.name, agentName: agents.name });
