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
  /** It is a list of tickets: a phone shows the views above it. */
  isList?: boolean;
  /** Stands in the place of the views where there is room beside the page. */
  inner?: Child;
  children: Child;
}

/** What stands around every page of the agents: the views with their counts, and the keys. */
export const DeskShell = ({ frame, title, person, counts, current, isList, inner, children }: DeskShellProps) => (
  <AgentShell
    frame={frame}
    title={title}
    person={person}
    views={views.map((view) => viewLink(frame.reader, view, counts[view]))}
    places={placesOf(frame.reader, current)}
    isList={isList ?? false}
    inner={inner}
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

/** Where one is; a ticket's page stands among the tickets, whichever view it was opened from. */
function placesOf({ t }: Reader, current: View | Place | undefined): ViewLink[] {
  const isElsewhere = current === 'accounts' || current === 'settings';
  return [
    { key: 'tickets', label: t('agent.nav.tickets'), href: '/tickets', icon: 'inbox', isAround: !isElsewhere },
    { key: 'accounts', label: t('agent.nav.accounts'), href: '/accounts', icon: 'people' },
    { key: 'settings', label: t('agent.nav.settings'), href: '/settings', icon: 'settings' },
  ];
}
