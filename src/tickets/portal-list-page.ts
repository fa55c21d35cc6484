import type { TenantScope } from '#db/scopes.ts';
import { mapped } from '#db/statement.ts';
import type { MemberClaim } from '#lib/actor.ts';
import { type Cursor, writeCursor } from '#lib/cursor.ts';
import type { AuthorKind } from './entries.ts';
import { countRequests, listRequests } from './portal-list-queries.ts';
import type { Category } from './status-rules.ts';

export interface RequestListItem {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly category: Category;
  readonly publicLabel: string;
  readonly requester: { readonly id: string; readonly name: string; readonly isMe: boolean };
  readonly last: { readonly kind: AuthorKind; readonly name: string; readonly isMe: boolean; readonly at: number };
  readonly activityAt: number;
  /** Something public is new since the viewer last opened it. */
  readonly unread: boolean;
}

export interface RequestListInput {
  readonly tab: 'open' | 'solved';
  /** Beyond the last 12 months. */
  readonly all: boolean;
  readonly before: Cursor | null;
}

const pageSize = 25;
const yearMs = 365 * 24 * 60 * 60 * 1000;

/** The statements of the portal's home page: one page of a tab, and the tabs' counts. */
export function loadRequestList(scope: TenantScope, claim: MemberClaim, input: RequestListInput) {
  const rows = listRequests(scope, claim, {
    done: input.tab === 'solved',
    since: input.all ? 0 : scope.now - yearMs,
    before: input.before,
    limit: pageSize + 1,
  });
  const page = mapped(rows, (found) => {
    const last = found.length > pageSize ? found[pageSize - 1] : undefined;
    return {
      items: found.slice(0, pageSize).map((row) => itemOf(row, claim.contactId)),
      /** Cursor of the next page, or null at the end. */
      next: last ? writeCursor({ at: last.publicActivityAt, id: last.id }) : null,
    };
  });
  return { page, counts: countRequests(scope, claim) };
}

type Row = ReturnType<ReturnType<typeof listRequests>['read']>[number];

function itemOf(row: Row, me: string): RequestListItem {
  const byMe = row.lastAuthorKind === 'contact' && row.lastAuthorId === me;
  const lastName = row.lastAuthorKind === 'contact' ? row.lastContactName : row.lastAgentName;
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    category: row.category,
    publicLabel: row.publicLabel,
    requester: { id: row.requesterId, name: row.requesterName, isMe: row.requesterId === me },
    last: { kind: row.lastAuthorKind, name: lastName ?? '', isMe: byMe, at: row.lastMessageAt },
    activityAt: row.publicActivityAt,
    unread: row.publicSeq > (row.readPublicSeq ?? 0) && !byMe,
  };
}
