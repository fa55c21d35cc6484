import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import { mapped, type SqlValue, type Statement } from '#db/statement.ts';
import { listFields } from '#forms/fields/list-fields.ts';
import type { MemberClaim } from '#lib/actor.ts';
import type { Viewer } from './access-queries.ts';
import { listForms, listPriorities, listStatuses } from './choice-queries.ts';
import type { AuthorKind } from './entries.ts';
import { filterOf } from './list-filter.ts';
import { type ListPlan, planOf } from './list-plan.ts';
import { isListed } from './listed-fields.ts';
import { listPeople } from './people-of-list-queries.ts';
import { countRequests, type Found, listFiltered, listPlain } from './portal-list-queries.ts';
import type { ListCursor, RequestQuery } from './request-query.ts';
import type { Category } from './status-rules.ts';

/** One value of a field of the list; a field of several choices has several. */
export interface ListedValue {
  readonly fieldId: string;
  readonly value: string | number | boolean;
  /** Of the person that it names. */
  readonly name: string | null;
}

export interface RequestListItem {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly category: Category;
  readonly publicLabel: string;
  readonly formId: string;
  readonly priorityId: string;
  readonly requester: { readonly id: string; readonly name: string; readonly isMe: boolean };
  readonly last: { readonly kind: AuthorKind; readonly name: string; readonly isMe: boolean; readonly at: number };
  readonly createdAt: number;
  readonly activityAt: number;
  /** Something public is new since the viewer last opened it. */
  readonly unread: boolean;
  /** Of the fields that customers see in the list. */
  readonly values: readonly ListedValue[];
}

export interface RequestPage {
  readonly items: readonly RequestListItem[];
  /** Where the next page begins; null at the end. */
  readonly next: ListCursor | null;
  /** Only so many requests were looked through: what is further back was not. */
  readonly isPartial: boolean;
  /** How many there are among those looked through; null where the kept counts say it. */
  readonly hits: number | null;
}

export interface PageWish {
  /** Whose days the query's are. */
  readonly zone: string;
  readonly size?: number;
}

const pageSize = 25;

/** The statements of the portal's home page: a page of the list, the kept counts, and what it can be filtered by. */
export function loadRequestList(scope: TenantScope, claim: MemberClaim, query: RequestQuery, zone: string) {
  return {
    page: listPage(scope, claim, query, { zone }),
    counts: countRequests(scope, claim),
    statuses: listStatuses(scope),
    priorities: listPriorities(scope),
    forms: listForms(scope),
    fields: mapped(listFields(scope), (fields) => fields.filter(isListed)),
    people: listPeople(scope, claim, query.requester),
  };
}

/** A page of the portal's list. Reads about as many rows as it shows; of a filtered list at most `lookedThrough` more. */
export function listPage(
  scope: TenantScope,
  viewer: Viewer,
  query: RequestQuery,
  { zone, size = pageSize }: PageWish,
): Statement<RequestPage> {
  const plan = planOf(query, viewer);
  const { sort, ascending, before } = query;
  const list = {
    plan,
    filter: filterOf(query, viewer, { now: scope.now, zone }),
    from: before?.from ?? null,
    after: before?.after ?? null,
    limit: plan.window ?? size + 1,
    most: size + 1,
    sort,
    ascending,
  };
  const read = (row: Row) => readItem(row, viewer.contactId);
  const found = plan.window === null ? listPlain(scope, viewer, list, read) : listFiltered(scope, viewer, list, read);
  return mapped(found, (it) => pageOf(it, plan, query, size));
}

type Listed = ReturnType<typeof readItem>;

function pageOf(found: Found<Listed>, plan: ListPlan, query: RequestQuery, size: number): RequestPage {
  const items = found.rows.slice(0, size).map(({ item }) => item);
  const hits = plan.window === null ? null : found.hits;
  const last = found.rows[size - 1];
  if (found.rows.length > size && last) {
    const next: ListCursor = plan.isSorted
      ? { from: query.before?.from ?? null, after: [last.major, last.minor, last.item.id] }
      : { from: [last.place, last.item.id], after: null };
    return { items, next, isPartial: false, hits };
  }
  const isPartial = plan.window !== null && found.scanned >= plan.window && found.last !== null;
  return {
    items,
    next: isPartial ? { from: place.parse(JSON.parse(found.last ?? '')), after: null } : null,
    isPartial,
    hits,
  };
}

const place = z.tuple([z.number(), z.string()]);
const listed = z.array(z.tuple([z.string(), z.union([z.string(), z.number(), z.boolean()]), z.string().nullable()]));
const categories = z.enum(['new', 'open', 'waiting', 'solved', 'closed']);
const authors = z.enum(['contact', 'agent']);

type Row = Readonly<Record<string, SqlValue>>;

function readItem(row: Row, me: string) {
  const text = (column: string) => String(row[column] ?? '');
  const number = (column: string) => Number(row[column]);
  const lastKind = authors.parse(row['lastAuthorKind']);
  const byMe = lastKind === 'contact' && row['lastAuthorId'] === me;
  const item: RequestListItem = {
    id: text('id'),
    number: number('number'),
    subject: text('subject'),
    category: categories.parse(row['category']),
    publicLabel: text('publicLabel'),
    formId: text('formId'),
    priorityId: text('priorityId'),
    requester: { id: text('requesterId'), name: text('requesterName'), isMe: row['requesterId'] === me },
    last: { kind: lastKind, name: text('lastName'), isMe: byMe, at: number('lastMessageAt') },
    createdAt: number('createdAt'),
    activityAt: number('activityAt'),
    unread: number('publicSeq') > number('readSeq') && !byMe,
    values: listed.parse(JSON.parse(text('values'))).map(([fieldId, value, name]) => ({ fieldId, value, name })),
  };
  return { item, place: number('place'), major: number('major'), minor: number('minor') };
}
