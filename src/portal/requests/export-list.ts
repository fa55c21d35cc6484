import * as z from 'zod';
import { audited } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import type { Field } from '#forms/fields/field.ts';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { type CsvRow, sendCsv } from '#http/send-csv.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { clockAt } from '#lib/days.ts';
import { Problem } from '#lib/problem.ts';
import type { RequestListItem } from '#tickets/list-item.ts';
import { loadExportPart } from '#tickets/load-export.ts';
import type { RequestQuery } from '#tickets/request-query.ts';
import type { Reader } from '#ui/reader.ts';
import { authorName } from '../author-name.ts';
import { listHref, longestQuery, readQuery } from './list-address.ts';
import { loadList } from './load-list.ts';
import { saying } from './said.ts';
import { valueCells } from './value-cells.ts';

/** Requests that one trip reads, trips that one file takes, and requests that it holds at most. */
const partSize = 250;
const partsMost = 400;
const rowsMost = 50_000;

const form = z.strictObject({ query: z.string().max(longestQuery).default('') });

/** POST /requests.csv: what the list shows, all pages of it. It leaves a trace, so it is no GET. */
export async function exportList(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const asked = { ...readQuery(read.value.query), before: null };
  const { look, actor, query, rows, isLess } = await loadList(c, asked);
  // The file would hold what the list did not show.
  if (isLess) return c.redirect(saying(listHref(query), 'dropped'), 303);
  const { reader } = look.frame;
  const scope = c.get('scope');
  const event = { actor: { kind: 'contact', id: actor.id }, accountId: actor.accountId, origin: originOf(c) } as const;
  await run(scope.db, { entry: audited(scope, { ...event, action: 'export.made', detail: { what: 'requests' } }) });
  return sendCsv(c, {
    name: `requests-${actor.accountName}`,
    head: [...headOf(reader), ...rows.fields.map(({ label }) => label)],
    parts: partsOf(c, { reader, fields: rows.fields, query }),
  });
}

interface Export {
  readonly reader: Reader;
  readonly fields: readonly Field[];
  readonly query: RequestQuery;
}

/** Part by part, and who asks is checked with each: access that is lost, or a workspace that is left, ends the file. */
async function* partsOf(c: AppContext, it: Export): AsyncGenerator<readonly CsvRow[]> {
  const wish = { zone: it.reader.zone, size: partSize };
  let { query } = it;
  let count = 0;
  for (let parts = 0; parts < partsMost && count < rowsMost; parts += 1) {
    const now = query;
    const { actor, rows } = await visitAsContact(c, (scope, claim) => loadExportPart(scope, claim, now, wish));
    const { items, next } = rows.page;
    count += items.length;
    yield items.map((item) => rowOf(it, actor, item, rows.names));
    if (next === null) return;
    query = { ...query, before: next };
  }
  yield [[it.reader.t('list.csv.cut', { count })]];
}

const facts = ['number', 'subject', 'status', 'requester', 'form', 'priority'] as const;
const times = ['created', 'activity'] as const;

function headOf({ t, zone }: Reader): readonly string[] {
  return [...facts.map((fact) => t(`list.csv.${fact}`)), ...times.map((time) => t(`list.csv.${time}`, { zone }))];
}

function rowOf(
  { reader, fields }: Export,
  { accountName }: Contact,
  item: RequestListItem,
  names: ReadonlyMap<string, string>,
): CsvRow {
  return [
    String(item.number),
    item.subject,
    item.publicLabel,
    authorName(reader, item.requester.name, accountName),
    names.get(item.formId) ?? '',
    names.get(item.priorityId) ?? '',
    clockAt(item.createdAt, reader.zone),
    clockAt(item.activityAt, reader.zone),
    ...valueCells(reader, fields, item.values),
  ];
}
