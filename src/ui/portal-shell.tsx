import type { Child } from 'hono/jsx';
import { BrandMark } from './brand-mark.tsx';
import type { Frame } from './frame.ts';
import { Icon } from './icon.tsx';
import { LiveLine } from './live-line.tsx';
import { PageDocument } from './page-document.tsx';
import { PageFooter } from './page-footer.tsx';
import { PersonMenu, type PersonView } from './person-menu.tsx';
import { WorkspaceMenu, type WorkspaceView } from './workspace-menu.tsx';

export type PortalShellProps = {
  frame: Frame;
  title: string;
  person: PersonView;
  workspace?: WorkspaceView;
  current?: 'requests' | 'new' | 'members' | 'settings';
  /** Who has access: shown to those who decide it. */
  membersHref?: string | undefined;
  /** Lists are wider than what is read. */
  width?: 'list' | 'reading';
  /** The page has a live part, and says when it is not live. */
  live?: boolean;
  children: Child;
};

export const PortalShell = (props: PortalShellProps) => {
  const { frame } = props;
  const { t } = frame.reader;
  // Requests say in their own words what cannot be done.
  const isLocked = frame.viewing !== undefined && props.current !== 'requests';
  const here = (page: PortalShellProps['current']) => (props.current === page ? 'page' : undefined);
  return (
    <PageDocument frame={frame} title={props.title}>
      <header class="top">
        <div class="top-inner">
          <a class="brand" href="/" aria-label={t('common.logo', { brand: frame.brand.name })}>
            <BrandMark {...frame.brand} />
          </a>
          {props.workspace && <WorkspaceMenu reader={frame.reader} {...props.workspace} />}
          <nav class="top-nav" aria-label={t('nav.label')}>
            <a href="/" aria-current={here('requests')}>
              {t('nav.requests')}
            </a>
            <a href="/requests/new" aria-current={here('new')}>
              <Icon name="plus" />
              {t('nav.newRequest')}
            </a>
            {props.membersHref && (
              <a href={props.membersHref} aria-current={here('members')}>
                {t('nav.members')}
              </a>
            )}
          </nav>
          <PersonMenu reader={frame.reader} person={props.person} settingsHref="/settings" signOutAction="/sign-out" />
        </div>
      </header>
      {props.live && <LiveLine reader={frame.reader} />}
      <main id="main" tabindex={-1} class="page" data-width={props.width ?? 'list'}>
        {isLocked ? <Locked>{props.children}</Locked> : props.children}
      </main>
      <PageFooter frame={frame} showZone />
    </PageDocument>
  );
};

/** What is for filling in can be seen, and not used, by who only looks. */
const Locked = ({ children }: { children: Child }) => (
  <fieldset class="view-only" disabled>
    {children}
  </fieldset>
);
