import type { AuditEntry, AuditPage } from '#audit/entry.ts';
import { type Audience, factsOf } from '#audit/facts.ts';
import { sentenceOf } from '#audit/sentence.ts';
import type { AuditFiltersProps, FilterChip } from '#ui/audit/audit-filters.tsx';
import type { AuditRowView } from '#ui/audit/audit-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { type AuditQuery, auditFields, auditGroupNames, auditHref } from './audit-query.ts';
import type { Asked, AuditFaults } from './load-list.ts';

export interface AuditView {
  readonly rows: readonly AuditRowView[];
  readonly filters: Omit<AuditFiltersProps, 'reader'>;
  readonly isFiltered: boolean;
  readonly isPartial: boolean;
  readonly olderHref: string | undefined;
  readonly newestHref: string | undefined;
}

interface Given {
  readonly asked: Asked;
  readonly page: AuditPage;
  readonly faults: AuditFaults;
  readonly names: ReadonlyMap<string, string>;
  readonly accountName: string | null;
}

/** A page of entries as both faces show it; `path` is the list's address. */
export function auditView(reader: Reader, path: string, given: Given): AuditView {
  const { asked, page, faults } = given;
  const { query, within } = asked;
  const audience = within === null ? 'tenant' : 'account';
  const isFiltered = [auditFields({ ...query, before: null }), faults].some((given) => Object.keys(given).length > 0);
  return {
    rows: page.items.map((entry) => rowOf(reader, path, query, entry, audience)),
    filters: filtersOf(reader, path, given),
    isFiltered,
    isPartial: page.isPartial,
    olderHref: page.next === null ? undefined : auditHref(path, { ...query, before: page.next }),
    newestHref: query.before === null ? undefined : auditHref(path, { ...query, before: null }),
  };
}

function rowOf(reader: Reader, path: string, query: AuditQuery, entry: AuditEntry, audience: Audience): AuditRowView {
  // Where the tenant's people sit and with what is none of the customer's business.
  const isTold = audience === 'tenant' || entry.actor.kind === 'contact';
  return {
    at: entry.at,
    sentence: sentenceOf(reader, entry).map((piece) =>
      typeof piece === 'string' ? piece : { name: piece.name, href: hrefOf(path, query, piece.id, audience) },
    ),
    facts: factsOf(reader, entry, audience),
    origin: isTold ? { place: entry.place, device: entry.device, client: entry.client } : null,
  };
}

/** A name leads to all that is said of its person or account. */
function hrefOf(path: string, query: AuditQuery, id: string | null, audience: Audience): string | undefined {
  if (id?.startsWith('con_') || id?.startsWith('agt_')) return auditHref(path, { ...query, who: [id], before: null });
  if (id?.startsWith('acc_') && audience === 'tenant') return auditHref(path, { ...query, account: id, before: null });
  return undefined;
}

function filtersOf(reader: Reader, path: string, given: Given): Omit<AuditFiltersProps, 'reader'> {
  const { t } = reader;
  const { asked, faults } = given;
  const { query, typed, within } = asked;
  const { who, account } = auditFields(query);
  return {
    action: path,
    groups: [
      { value: '', label: t('audit.group.all') },
      ...auditGroupNames.map((group) => ({ value: group, label: t(`audit.group.${group}`) })),
    ],
    hidden: { ...(who !== undefined && { who }), ...(account !== undefined && { account }) },
    values: {
      group: query.group ?? '',
      person: typed.person,
      accountName: within === null ? typed.accountName : null,
      from: query.from ?? typed.from,
      to: query.to ?? typed.to,
    },
    errors: {
      ...(faults.person && { person: t(within === null ? 'audit.filter.nobody' : 'audit.history.nobody') }),
      ...(faults.account_name && { account_name: t('audit.filter.noAccount') }),
      ...(faults.from && { from: t('audit.filter.date') }),
      ...(faults.to && { to: t('audit.filter.date') }),
    },
    chips: chipsOf(reader, path, given),
    exportTo: { action: `${path}.csv`, fields: auditFields({ ...query, before: null }) },
  };
}

/** What the form's fields do not show: the person and the account that were found or followed. */
function chipsOf({ t }: Reader, path: string, { asked, page, names, accountName }: Given): readonly FilterChip[] {
  const { query, within } = asked;
  const [id] = query.who;
  const named = page.items
    .flatMap(({ actor, subject }) => [actor, subject])
    .find((one) => one !== null && one.id === id);
  const person = id === undefined ? null : (names.get(id) ?? named?.name ?? t('audit.subject.unknown'));
  return [
    ...(person === null
      ? []
      : [
          {
            label: t('audit.filter.person'),
            value: person,
            clearHref: auditHref(path, { ...query, who: [], before: null }),
          },
        ]),
    ...(query.account === null || within !== null
      ? []
      : [
          {
            label: t('audit.filter.account'),
            value: accountName ?? t('audit.account.unknown'),
            clearHref: auditHref(path, { ...query, account: null, before: null }),
          },
        ]),
  ];
}
