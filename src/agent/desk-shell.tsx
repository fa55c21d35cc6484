import type { Child } from 'hono/jsx';
import { AgentShell, type ViewLink } from '#ui/agent-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import type { PersonView } from '#ui/person-menu.tsx';
import type { Reader } from '#ui/reader.ts';
import { KeysHelp } from './keys-help.tsx';
import { listHref, type View, views } from './tickets/list-input.ts';

export type ViewCounts = Readonly<Record<View, number>>;

/** Where agents go besides the tickets. */
export type Place = 'accounts' | 'settings';

interface DeskShellProps {
  frame: Frame;
  title: string;
  person: PersonView;
  counts: ViewCounts;
  current?: View | Place | undefined;
  children: Child;
}

/** What stands around every page of the agents: the views with their counts, and the keys. */
export const DeskShell = ({ frame, title, person, counts, current, children }: DeskShellProps) => (
  <AgentShell
    frame={frame}
    title={title}
    person={person}
    views={views.map((view) => viewLink(frame.reader, view, counts[view]))}
    places={places.map((place) => placeLink(frame.reader, place))}
    current={current}
    help={<KeysHelp reader={frame.reader} />}
    live
  >
    {children}
  </AgentShell>
);

function viewLink(reader: Reader, view: View, count: number): ViewLink {
  return { key: view, label: reader.t(`agent.view.${view}`), href: listHref({ view }), count, icon: icons[view] };
}

const icons = { mine: 'person', unassigned: 'inbox', open: 'status-open', solved: 'status-solved' } as const;

const places = ['accounts', 'settings'] as const satisfies readonly Place[];

function placeLink(reader: Reader, place: Place): ViewLink {
  const icon = place === 'accounts' ? 'people' : 'settings';
  return { key: place, label: reader.t(`agent.nav.${place}`), href: `/${place}`, icon };
}
