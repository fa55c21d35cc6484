import type { Topic } from '#lib/effects.ts';

/** The name of a room, made of ids that the server has checked, never of input. */
export function roomName(tenantId: string, topic: Topic): string {
  switch (topic.kind) {
    case 'ticket':
      return `${tenantId}:ticket:${topic.ticketId}`;
    case 'desk':
      return `${tenantId}:desk`;
    case 'account':
      return `${tenantId}:account:${topic.accountId}`;
  }
}
