import type { Child } from 'hono/jsx';
import type { DeskEntry } from '#tickets/entries.ts';
import { EventFiles } from '#ui/event-files.tsx';
import type { IconName } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';

type EventEntry = Extract<DeskEntry, { kind: 'event' }>;
type Line = { readonly icon: IconName; readonly words: Child };

/** Bytes of the files that can be fetched, by their ids. */
type Sizes = ReadonlyMap<string, number>;

/** One event of the history as a line: who changed what from what to what. */
export function eventLineOf(reader: Reader, name: string, { event, author }: EventEntry, sizes: Sizes): Line {
  const { t } = reader;
  switch (event.kind) {
    case 'opened':
      return { icon: 'inbox', words: t('agent.event.opened', { name }) };
    case 'status': {
      const labels = { from: event.from.label, to: event.to.label };
      const words =
        author.kind === 'system'
          ? t('agent.event.statusByItself', labels)
          : t('agent.event.status', { name, ...labels });
      return { icon: statusIcon(event.to.category), words };
    }
    case 'priority':
      return { icon: 'alert', words: t('agent.event.priority', { name, from: event.from.name, to: event.to.name }) };
    case 'assignee':
      return { icon: 'person', words: assigneeWords(t, name, author.id, event) };
    case 'team':
      return { icon: 'person', words: teamWords(t, name, event) };
    case 'tags':
      return { icon: 'arrow-right', words: tagsWords(t, name, event) };
    case 'field':
      return { icon: 'arrow-right', words: fieldWords(reader, sizes, name, event) };
    case 'person':
      return { icon: 'person', words: t(`agent.event.person.${event.change}`, { name, person: event.person.name }) };
    case 'edited':
      return { icon: 'message', words: t('agent.event.edited', { name }) };
  }
}

function assigneeWords(
  t: Reader['t'],
  name: string,
  by: string | null,
  { from, to }: Extract<EventEntry['event'], { kind: 'assignee' }>,
): string {
  if (to) return to.id === by ? t('agent.event.took', { name }) : t('agent.event.assigned', { name, to: to.name });
  return from && from.id !== by && from.name
    ? t('agent.event.unassigned', { name, from: from.name })
    : t('agent.event.letGo', { name });
}

function teamWords(t: Reader['t'], name: string, { from, to }: Extract<EventEntry['event'], { kind: 'team' }>): string {
  return to ? t('agent.event.team', { name, to: to.name }) : t('agent.event.noTeam', { name, from: from?.name ?? '' });
}

function tagsWords(
  t: Reader['t'],
  name: string,
  { added, removed }: Extract<EventEntry['event'], { kind: 'tags' }>,
): string {
  if (added.length === 0) return t('agent.event.tagsRemoved', { name, removed: removed.join(', ') });
  if (removed.length === 0) return t('agent.event.tagsAdded', { name, added: added.join(', ') });
  return t('agent.event.tags', { name, added: added.join(', '), removed: removed.join(', ') });
}

function fieldWords(
  reader: Reader,
  sizes: Sizes,
  name: string,
  { field, from, to, files }: Extract<EventEntry['event'], { kind: 'field' }>,
): Child {
  const { rich } = reader;
  const words = { name, field: field.name };
  const linked = { reader, sizes, filesPath: '/files' };
  const [was, is] = files
    ? [<EventFiles {...linked} files={files.from} />, <EventFiles {...linked} files={files.to} />]
    : [from, to];
  if (to === '') return rich('agent.event.fieldEmptied', { ...words, from: was });
  if (from === '') return rich('agent.event.fieldSet', { ...words, to: is });
  return rich('agent.event.field', { ...words, from: was, to: is });
}

const icons = { new: 'status-new', open: 'status-open', waiting: 'status-waiting', solved: 'status-solved' } as const;

function statusIcon(category: string): IconName {
  return Object.entries(icons).find(([known]) => known === category)?.[1] ?? 'status-closed';
}
