import { type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import type { Slot } from '#db/slot.ts';
import { rawRows } from '#db/statement.ts';
import { visibleTicketId, visibleTo } from './access-queries.ts';
import { preparedForViewer } from './prepared-for-viewer.ts';

const most = 20;

/** What follows the request of this number, the newest first: what the viewer may see of it. */
export const followUpsFor = preparedForViewer((scope, viewer, number: Slot<number>) =>
  following(sql`(${visibleTicketId(scope, viewer, number)})`, sql`${visibleTo(scope, viewer)}`),
);

/** All of it, for agents. */
export const followUpsOf = prepared((scope, number: Slot<number>) =>
  following(
    sql`(select f.id from tickets f where f.tenant_id = ${scope.tenant.id} and f.number = ${number})`,
    sql`tickets.tenant_id = ${scope.tenant.id}`,
  ),
);

/** By its own index: SQLite would rather walk all tickets of the account. */
function following(ticketId: SQL, where: SQL) {
  return rawRows(
    sql`select tickets.number as number, tickets.subject as subject from tickets indexed by tickets_follow_ups
      where ${where} and tickets.follow_up_of = ${ticketId} order by tickets.number desc limit ${most}`,
    (row) => ({ number: Number(row['number']), subject: String(row['subject']) }),
  );
}
