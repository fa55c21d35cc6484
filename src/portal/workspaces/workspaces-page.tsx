import type { Workspace } from '#identity/workspaces/list-workspaces.ts';
import { newsMost } from '#tickets/count-news.ts';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';

export interface WorkspacesPageProps {
  frame: Frame;
  /** The last used first. */
  workspaces: readonly Workspace[];
  /** In how many requests there is something new, by account. */
  news: ReadonlyMap<string, number>;
  /** The account that the person is in, or null. */
  current: string | null;
  /** The request that the person wants to open, and the account that it is in. */
  wanted: { readonly number: number; readonly accountId: string } | null;
  returnTo: string;
}

/** A button for each workspace. */
export const WorkspacesPage = ({ frame, workspaces, news, current, wanted, returnTo }: WorkspacesPageProps) => {
  const { t } = frame.reader;
  const isWanted = ({ accountId }: Workspace) => accountId === wanted?.accountId;
  const rank = (workspace: Workspace) => (isWanted(workspace) ? 0 : workspace.accountId === current ? 1 : 2);
  const ordered = [...workspaces].sort((a, b) => rank(a) - rank(b));
  return (
    <FocusShell frame={frame} title={t('workspaces.title')}>
      <h1>{t('workspaces.title')}</h1>
      <p class="lede">
        {workspaces.length === 0 ? t('workspaces.none', { brand: frame.brand.name }) : t('workspaces.intro')}
      </p>
      <form method="post" action="/workspaces">
        <input type="hidden" name="return_to" value={returnTo} />
        <ul class="workspaces">
          {ordered.map((workspace) => (
            <li>
              <Choice
                reader={frame.reader}
                workspace={workspace}
                isCurrent={workspace.accountId === current}
                wanted={isWanted(workspace) ? (wanted?.number ?? null) : null}
                news={news.get(workspace.accountId) ?? 0}
              />
            </li>
          ))}
        </ul>
      </form>
    </FocusShell>
  );
};

interface ChoiceProps {
  reader: Reader;
  workspace: Workspace;
  isCurrent: boolean;
  /** Number of the request that the person wants and that is here. */
  wanted: number | null;
  news: number;
}

const Choice = ({ reader: { t }, workspace, isCurrent, wanted, news }: ChoiceProps) => (
  <button
    type="submit"
    name="workspace"
    value={workspace.accountId}
    class="workspace-choice"
    aria-current={isCurrent ? 'true' : undefined}
  >
    <bdi>{workspace.name}</bdi>
    <small>
      {isCurrent ? t('workspaces.current') : t(`workspaces.role.${workspace.sees === 'account' ? 'admin' : 'member'}`)}
    </small>
    {wanted !== null && <small class="news-here">{t('workspaces.requestHere', { number: String(wanted) })}</small>}
    {news > 0 && (
      <small class="news-here">
        {news > newsMost ? t('workspaces.manyNews', { count: newsMost }) : t('workspaces.news', { count: news })}
      </small>
    )}
    <Icon name="chevron" />
  </button>
);
