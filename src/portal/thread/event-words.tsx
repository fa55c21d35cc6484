import type { Child } from 'hono/jsx';
import type { ShownEventData } from '#tickets/event-data.ts';
import { EventFiles } from '#ui/event-files.tsx';
import type { IconName } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';

interface Telling {
  readonly reader: Reader;
  /** Where files are fetched. */
  readonly filesPath: string;
  /** Bytes of the files that are there to be fetched, by their ids. */
  readonly sizes: ReadonlyMap<string, number>;
}

const icons = {
  opened: 'plus',
  solved: 'status-solved',
  reopened: 'reopen',
  closed: 'status-closed',
  label: 'arrow-right',
} as const satisfies Record<string, IconName>;

/** What a line of the thread says; `name`: who did it. */
export function eventWords(
  telling: Telling,
  name: string,
  event: ShownEventData,
): { readonly icon: IconName; readonly words: Child } {
  const { t } = telling.reader;
  if (event.kind === 'field') return { icon: 'arrow-right', words: fieldWords(telling, name, event) };
  const change = event.kind === 'opened' ? 'opened' : event.change;
  const icon = icons[change];
  if (event.kind === 'status' && change === 'label') return { icon, words: t('event.status', { status: event.label }) };
  if (change === 'closed' || change === 'label') return { icon, words: t('event.closed') };
  return { icon, words: t(`event.${change}`, { name }) };
}

type FieldEvent = Extract<ShownEventData, { kind: 'field' }>;

function fieldWords(telling: Telling, name: string, { field, from, to, files }: FieldEvent): Child {
  const { rich } = telling.reader;
  const words = { name, field: field.name };
  const [was, is] = files
    ? [<EventFiles {...telling} files={files.from} />, <EventFiles {...telling} files={files.to} />]
    : [from, to];
  if (to === '') return rich('event.fieldEmptied', { ...words, from: was });
  return from === ''
    ? rich('event.fieldSet', { ...words, to: is })
    : rich('event.field', { ...words, from: was, to: is });
}
