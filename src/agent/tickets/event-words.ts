import type { DeskEntry } from '#tickets/entries.ts';
import type { IconName } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';

type EventEntry = Extract<DeskEntry, { kind: 'event' }>;
type Line = { readonly icon: IconName; readonly words: string };

/** One event of the history as a line: who changed what from what to what. */
export function eventLineOf({ t }: Reader, name: string, { event, author }: EventEntry): Line {
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

const icons = { new: 'status-new', open: 'status-open', waiting: 'status-waiting', solved: 'status-solved' } as const;

function statusIcon(category: string): IconName {
  return Object.entries(icons).find(([known]) => known === category)?.[1] ?? 'status-closed';
}
