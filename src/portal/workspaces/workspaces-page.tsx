import type { Workspace } from '#identity/list-workspaces.ts';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Icon } from '#ui/icon.tsx';

export interface WorkspacesPageProps {
  frame: Frame;
  workspaces: readonly Workspace[];
  /** The account that the person is in, or null. */
  current: string | null;
  returnTo: string;
}

/** A button for each workspace. */
export const WorkspacesPage = ({ frame, workspaces, current, returnTo }: WorkspacesPageProps) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('workspaces.title')}>
      <h1>{t('workspaces.title')}</h1>
      <p class="lede">
        {workspaces.length === 0 ? t('workspaces.none', { brand: frame.brand.name }) : t('workspaces.intro')}
      </p>
      <form method="post" action="/workspaces">
        <input type="hidden" name="return_to" value={returnTo} />
        <ul class="workspaces">
          {workspaces.map((workspace) => (
            <li>
              <button
                type="submit"
                name="workspace"
                value={workspace.accountId}
                class="workspace-choice"
                aria-current={workspace.accountId === current ? 'true' : undefined}
              >
                <bdi>{workspace.name}</bdi>
                <small>
                  {workspace.accountId === current ? t('workspaces.current') : t(`workspaces.role.${workspace.role}`)}
                </small>
                <Icon name="chevron" />
              </button>
            </li>
          ))}
        </ul>
      </form>
    </FocusShell>
  );
};
