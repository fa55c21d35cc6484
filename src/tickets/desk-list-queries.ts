import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { prepared } from '#db/prepared.ts';
import { accounts, agents, contacts } from '#db/schema/people.ts';
import { priorities, statuses, ticketCounts, tickets } from '#db/schema/tickets.ts';
import type { GivenScope, TenantScope } from '#db/scopes.ts';
import type { Given, Slot } from '#db/slot.ts';
import { build, many, mapped, named, namedOrNull, one, rawRows } from '#db/statement.ts';
import type { Cursor } from '#lib/cursor.ts';
import { itsAccount, itsAssignee, itsPriority, itsRequester, itsStatus } from './join-queries.ts';

export type DeskView = 'mine' | 'unassigned' | 'open' | 'solved';
export type DeskSort = 'customer' | 'age';

export interface DeskListFilter {
  readonly view: DeskView;
  readonly sort: DeskSort;
  readonly direction: 'asc' | 'desc';
  readonly behind: Cursor | null;
  readonly limit: number;
}

/** A page of a view. Each view and sort has an index in this order. */
export function listDeskTickets(scope: TenantScope, agentId: string, filter: DeskListFilter) {
  const { view, sort, direction, behind, limit } = filter;
  const way = { view, sort, direction, isFirst: behind === null };
  const key = Object.values(way).join(' ');
  const page = pages.get(key) ?? pageOf(way);
  pages.set(key, page);
  return page(scope, agentId, behind?.at ?? 0, behind?.id ?? '', limit);
}

type Way = Pick<DeskListFilter, 'view' | 'sort' | 'direction'> & { readonly isFirst: boolean };

/** One text for each way through a view. */
const pages = new Map<string, ReturnType<typeof pageOf>>();

const pageOf = ({ view, sort, direction, isFirst }: Way) =>
  prepared((scope, agentId: Slot<string>, at: Slot<number>, id: Slot<string>, limit: Slot<number>) => {
    const clock = sort === 'age' ? tickets.createdAt : tickets.lastCustomerAt;
    const order = direction === 'asc' ? asc : desc;
    const than = direction === 'asc' ? sql`>` : sql`<`;
    const behind = isFirst ? undefined : sql`(${clock}, ${tickets.id}) ${than} (${at}, ${id})`;
    return many(
      build
        .select({
          ...named({
            id: tickets.id,
            number: tickets.number,
            subject: tickets.subject,
            category: tickets.category,
            statusLabel: statuses.label,
            priorityLabel: priorities.label,
            priorityPosition: priorities.position,
            accountName: accounts.name,
            requesterName: contacts.name,
            requesterEmail: contacts.email,
            source: tickets.source,
            lastAuthorKind: tickets.lastAuthorKind,
            lastMessageAt: tickets.lastMessageAt,
            lastCustomerAt: tickets.lastCustomerAt,
            waitingSince: tickets.waitingSince,
            createdAt: tickets.createdAt,
          }),
          ...namedOrNull({ assigneeId: agents.id, assigneeName: agents.name }),
        })
        .from(tickets)
        .innerJoin(statuses, itsStatus)
        .innerJoin(priorities, itsPriority)
        .innerJoin(accounts, itsAccount)
        .innerJoin(contacts, itsRequester)
        .leftJoin(agents, itsAssignee)
        .where(and(inView(scope, agentId, view), behind))
        .orderBy(order(clock), order(tickets.id))
        .limit(limit),
    );
  });

/** The request of the view whose customer has waited longest for an answer. */
export function longestWaiting(scope: TenantScope, agentId: string, view: DeskView) {
  return one(
    build
      .select(named({ number: tickets.number, subject: tickets.subject, waitingSince: tickets.waitingSince }))
      .from(tickets)
      // Nobody waits in what is solved: say so, or the index is read to its end.
      .where(and(inView(scope, agentId, view), isNotNull(tickets.waitingSince), view === 'solved' ? sql`0` : undefined))
      .orderBy(asc(tickets.waitingSince))
      .limit(1),
  );
}

/** Kept counts of the views. */
export function countViews(scope: TenantScope, agentId: string) {
  const mine = `agent:${agentId}`;
  return mapped(deskCounts(scope, mine), (found): Readonly<Record<DeskView, number>> => {
    const count = (of: string, done: number) => found.find((row) => row.of === of && row.done === done)?.n ?? 0;
    return {
      mine: count(mine, 0),
      unassigned: count('unassigned', 0),
      open: count('desk', 0),
      solved: count('desk', 1),
    };
  });
}

const deskCounts = prepared((scope, mine: Slot<string>) =>
  many(
    build
      .select(named({ of: ticketCounts.scope, done: ticketCounts.done, n: ticketCounts.n }))
      .from(ticketCounts)
      .where(
        and(eq(ticketCounts.tenantId, scope.tenant.id), inArray(ticketCounts.scope, [mine, 'unassigned', 'desk'])),
      ),
  ),
);

/** Of how many changes at most it is told which are of a view: an old page, or one left open, asks for all since. */
const newsWithin = 200;

/** How many requests of a view changed after a moment, counted up to `most` and among the newest changes of the desk. */
export function countNews(scope: TenantScope, agentId: string, view: DeskView, after: number, most: number) {
  const newest = sql`select * from ${tickets}
    where ${tickets.tenantId} = ${scope.tenant.id} and ${tickets.activityAt} > ${after}
    order by ${tickets.activityAt} desc limit ${newsWithin}`;
  const changed = sql`select 1 from (${newest}) as ${tickets} where ${inView(scope, agentId, view)} limit ${most}`;
  return mapped(
    rawRows(sql`select count(*) as n from (${changed})`, (row) => Number(row['n'])),
    ([n]) => n ?? 0,
  );
}

function inView(scope: GivenScope, agentId: Given<string>, view: DeskView): SQL | undefined {
  const ofTenant = eq(tickets.tenantId, scope.tenant.id);
  if (view === 'solved') return and(ofTenant, eq(tickets.done, 1));
  const open = and(ofTenant, eq(tickets.done, 0));
  if (view === 'open') return open;
  return and(open, view === 'mine' ? eq(tickets.assigneeId, agentId) : isNull(tickets.assigneeId));
}
