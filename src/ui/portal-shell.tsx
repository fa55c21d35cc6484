import type { Child } from 'hono/jsx';
import { BrandMark } from './brand-mark.tsx';
import type { Frame } from './frame.ts';
import { Icon } from './icon.tsx';
import { LiveLine } from './live-line.tsx';
import { PageDocument } from './page-document.tsx';
import { PageFooter } from './page-footer.tsx';
import { PersonMenu, type PersonView } from './person-menu.tsx';

export type PortalShellProps = {
  frame: Frame;
  title: string;
  person: PersonView;
  /** Shown where there is one; a link to `/workspaces` where there are several. */
  workspace?: { name: string; switchable: boolean };
  current?: 'requests' | 'new' | 'members' | 'settings';
  /** Who has access: shown to those who decide it. */
  membersHref?: string | undefined;
  /** Stands above all else: this is not the person themself. */
  banner?: Child;
  /** Lists are wider than what is read. */
  width?: 'list' | 'reading';
  /** The page has a live part, and says when it is not live. */
  live?: boolean;
  children: Child;
};

export const PortalShell = (props: PortalShellProps) => {
  const { frame } = props;
  const { t } = frame.reader;
  const here = (page: PortalShellProps['current']) => (props.current === page ? 'page' : undefined);
  return (
    <PageDocument frame={frame} title={props.title}>
      {props.banner}
      <header class="top">
        <div class="top-inner">
          <a class="brand" href="/" aria-label={t('common.logo', { brand: frame.brand.name })}>
            <BrandMark {...frame.brand} />
          </a>
          {props.workspace && (
            <WorkspaceName {...props.workspace} label={t('nav.switchWorkspace', { workspace: props.workspace.name })} />
          )}
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
        {props.children}
      </main>
      <PageFooter frame={frame} showZone />
    </PageDocument>
  );
};

const WorkspaceName = ({ name, switchable, label }: { name: string; switchable: boolean; label: string }) =>
  switchable ? (
    <a class="workspace" href="/workspaces" aria-label={label}>
      <bdi>{name}</bdi>
      <Icon name="swap" />
    </a>
  ) : (
    <span class="workspace">
      <bdi>{name}</bdi>
    </span>
  );
