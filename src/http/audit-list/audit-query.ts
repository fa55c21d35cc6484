import * as z from 'zod';
import { type AuditGroup, auditGroups, isAuditGroup } from '#audit/actions.ts';
import type { AuditFilters } from '#audit/filters.ts';
import { type Day, dayAfter, isDay, startOfDay } from '#lib/days.ts';
import { isId } from '#lib/ids.ts';

/** What an address asks of the audit. */
export interface AuditQuery {
  readonly group: AuditGroup | null;
  /** Ids; see AuditFilters. */
  readonly who: readonly string[];
  readonly account: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** The cursor of an older page. */
  readonly before: string | null;
}

/** What was typed into the form, to become ids. */
export interface AuditTyped {
  readonly person: string;
  readonly accountName: string;
  /** Days that are none. */
  readonly from: string;
  readonly to: string;
}

export const auditGroupNames = Object.keys(auditGroups).filter(isAuditGroup);

const text = z.string().max(320).catch('');
const params = z.object({
  group: text.transform((name) => (isAuditGroup(name) ? name : null)),
  who: text.transform((ids) =>
    ids
      .split('.')
      .filter((id) => isId('contact', id) || isId('agent', id))
      .slice(0, 2),
  ),
  account: text.transform((id) => (isId('account', id) ? id : null)),
  from: text,
  to: text,
  before: text.transform((id) => (isId('audit', id) ? id : null)),
  person: text,
  account_name: text,
});

/** Reads an address, or the form that exports. Whatever no link or form of ours writes is as good as not said. */
export function readAuditQuery(given: Readonly<Record<string, string>>): { query: AuditQuery; typed: AuditTyped } {
  const { person, account_name: accountName, from, to, ...rest } = params.parse(given);
  return {
    query: { ...rest, from: isDay(from) ? from : null, to: isDay(to) ? to : null },
    typed: {
      person: person.trim(),
      accountName: accountName.trim(),
      from: isDay(from) ? '' : from.trim(),
      to: isDay(to) ? '' : to.trim(),
    },
  };
}

/** The query as fields: of an address, or hidden in a form. */
export function auditFields(query: AuditQuery): Readonly<Record<string, string>> {
  const fields = {
    group: query.group,
    who: query.who.join('.') || null,
    account: query.account,
    from: query.from,
    to: query.to,
    before: query.before,
  };
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

export function auditHref(path: string, query: AuditQuery): string {
  const search = new URLSearchParams(auditFields(query));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** The filters of a query; days are those of the reader's zone. */
export function filtersOf(query: AuditQuery, zone: string): AuditFilters {
  const { group, who, account, from, to } = query;
  return {
    group,
    people: who,
    accountId: account,
    from: from === null ? null : startOfDay(from, zone),
    to: to === null ? null : startOfDay(dayAfter(to), zone),
  };
}
