import { groupOf } from '#audit/actions.ts';
import { audited } from '#audit/audited.ts';
import type { AuditEntry, AuditPage } from '#audit/entry.ts';
import type { AuditEvent } from '#audit/event.ts';
import { type Audience, factsOf } from '#audit/facts.ts';
import { plainSentence } from '#audit/sentence.ts';
import { run } from '#db/run.ts';
import type { Key } from '#i18n/catalogue.ts';
import type { Reader } from '#ui/reader.ts';
import type { AppContext } from '../context.ts';
import { originOf } from '../origin-of.ts';
import { type CsvRow, sendCsv } from '../send-csv.ts';
import type { AuditQuery } from './audit-query.ts';

/** Entries that one trip reads, and that one file holds at most. */
export const exportPage = 500;
const exportMost = 50_000;

interface Export {
  readonly reader: Reader;
  readonly query: AuditQuery;
  readonly audience: Audience;
  readonly event: Pick<AuditEvent, 'actor' | 'accountId'>;
  readonly name: string;
  /** Reads what is before the cursor, and checks again who asks: access that is lost meanwhile ends the file. */
  readonly readPage: (before: string | null) => Promise<AuditPage>;
}

/** The filtered entries as a file. That it was made is recorded before its first row is read. */
export async function sendExport(c: AppContext, it: Export): Promise<Response> {
  const scope = c.get('scope');
  const detail = {
    what: it.audience === 'tenant' ? 'audit' : 'history',
    ...(it.query.group && { kind: it.query.group }),
  };
  const event = { ...it.event, action: 'export.made', detail, origin: originOf(c) } as const;
  await run(scope.db, { entry: audited(scope, event) });
  const columns = columnsOf(it.audience);
  return sendCsv(c, {
    name: it.name,
    head: columns.map(({ key }) => it.reader.t(key)),
    parts: exportParts(it),
  });
}

/** The rows page by page; at `most` a last line says that there are more. */
export async function* exportParts(
  it: Pick<Export, 'reader' | 'readPage' | 'audience'>,
  most = exportMost,
): AsyncGenerator<readonly CsvRow[]> {
  const columns = columnsOf(it.audience);
  let before: string | null = null;
  for (let count = 0; count < most; ) {
    const page: AuditPage = await it.readPage(before);
    count += page.items.length;
    yield page.items.map((entry) => columns.map(({ cell }) => cell(it.reader, entry)));
    before = page.next;
    if (before === null) return;
  }
  const [, ...empty] = columns.map(() => '');
  yield [[it.reader.t('audit.csv.cut', { count: most }), ...empty]];
}

interface Column {
  readonly key: Exclude<Extract<Key, `audit.csv.${string}`>, 'audit.csv.cut'>;
  readonly cell: (reader: Reader, entry: AuditEntry) => string;
}

function columnsOf(audience: Audience): readonly Column[] {
  const isTold = ({ actor }: AuditEntry) => audience === 'tenant' || actor.kind === 'contact';
  const shared: Column[] = [
    { key: 'audit.csv.at', cell: (_reader, { at }) => new Date(at).toISOString() },
    { key: 'audit.csv.what', cell: plainSentence },
    { key: 'audit.csv.facts', cell: (reader, entry) => factsOf(reader, entry, audience).join('; ') },
    { key: 'audit.csv.group', cell: ({ t }, { action }) => t(`audit.group.${groupOf(action)}`) },
    { key: 'audit.csv.actor', cell: (_reader, { actor }) => actor.name ?? '' },
    { key: 'audit.csv.actorKind', cell: (_reader, { actor }) => actor.kind },
    { key: 'audit.csv.subject', cell: (_reader, { subject }) => subject?.name ?? '' },
    { key: 'audit.csv.place', cell: (_reader, entry) => (isTold(entry) ? entry.place : '') },
    { key: 'audit.csv.device', cell: (_reader, entry) => (isTold(entry) ? entry.device : '') },
    { key: 'audit.csv.client', cell: (_reader, entry) => (isTold(entry) ? entry.client : '') },
  ];
  if (audience === 'account') return shared;
  return [
    ...shared,
    { key: 'audit.csv.account', cell: (_reader, { account }) => account?.name ?? '' },
    { key: 'audit.csv.action', cell: (_reader, { action }) => action },
    { key: 'audit.csv.id', cell: (_reader, { id }) => id },
  ];
}
