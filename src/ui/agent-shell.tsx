import type { Child } from 'hono/jsx';
import type { Frame } from './frame.ts';
import { Icon, type IconName } from './icon.tsx';
import { LiveLine } from './live-line.tsx';
import { PageDocument } from './page-document.tsx';
import { PersonMenu, type PersonView } from './person-menu.tsx';

export type ViewLink = {
  key: string;
  label: string;
  href: string;
  count?: number | undefined;
  icon?: IconName;
  /** The page is one of those behind it. */
  isAround?: boolean;
};

export type AgentShellProps = {
  frame: Frame;
  title: string;
  person: PersonView;
  /** The ticket views with their counts; the current one by its key. */
  views: readonly ViewLink[];
  /** Where an agent may go, below the views. */
  places?: readonly ViewLink[];
  current?: string | undefined;
  live?: boolean;
  /** It is one of the views: a phone shows the others above it. */
  isList?: boolean;
  /** The ways within a place; where there is room they stand instead of the views. */
  inner?: Child;
  /** Stands below the views. */
  help?: Child;
  children: Child;
};

/** A quiet side bar and the work; on a phone the places lie below, where the thumb is, and the views above a list. */
export const AgentShell = (props: AgentShellProps) => {
  const { reader, brand } = props.frame;
  return (
    <PageDocument frame={props.frame} title={props.title}>
      <div class={props.inner ? 'desk has-inner' : 'desk'}>
        <header class="side">
          <div class="side-head">
            <a class="wordmark" href="/tickets">
              {brand.name}
            </a>
            <PersonMenu
              reader={reader}
              person={props.person}
              switchHref={props.frame.switchHref}
              settingsHref="/settings"
              signOutAction="/sign-out"
              signOutEverywhereAction="/sign-out/everywhere"
            />
          </div>
          <nav class={props.isList ? 'views' : 'views elsewhere'} aria-label={reader.t('agent.nav.views')}>
            {props.views.map((view) => (
              <View {...view} current={view.key === props.current} />
            ))}
          </nav>
          {props.places && (
            <nav class="desk-places" aria-label={reader.t('agent.nav.places')}>
              {props.places.map((place) => (
                <View {...place} current={place.key === props.current} />
              ))}
            </nav>
          )}
          {props.inner}
          {props.help}
        </header>
        <div class="desk-main">
          {props.live && <LiveLine reader={reader} />}
          <main id="main" tabindex={-1}>
            {props.children}
          </main>
        </div>
      </div>
    </PageDocument>
  );
};

const View = (props: ViewLink & { current: boolean }) => (
  <a
    href={props.href}
    aria-current={props.current ? 'page' : props.isAround ? 'true' : undefined}
    data-view={props.key}
  >
    <Icon name={props.icon ?? 'inbox'} />
    <span>{props.label}</span>
    {props.count !== undefined && <ViewCount view={props.key} count={props.count} />}
  </a>
);

/** Also sent by itself, to take the place of an older one. */
export const ViewCount = ({ view, count }: { view: string; count: number }) => (
  <span class="count" id={`count-${view}`}>
    {count}
  </span>
);
