import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

export interface WorkspaceView {
  readonly name: string;
  /** Where else the person may go, the last used first. */
  readonly others: readonly { readonly accountId: string; readonly name: string }[];
}

/**
 * In which workspace a person is, and the way to the others where there are
 * some; opens without script. What is new in each says the page of all: to count
 * it here would cost every page more than the page itself.
 */
export const WorkspaceMenu = ({ reader: { t }, name, others }: WorkspaceView & { reader: Reader }) =>
  others.length === 0 ? (
    <span class="workspace">
      <bdi>{name}</bdi>
    </span>
  ) : (
    <details class="workspace menu" name="menu">
      <summary>
        <span class="unseen">{t('nav.switchWorkspace', { workspace: name })}</span>
        <bdi aria-hidden="true">{name}</bdi>
        <Icon name="swap" />
      </summary>
      <div class="menu-panel">
        <p class="menu-who">
          <bdi>{name}</bdi>
          <small>{t('nav.hereWorkspace')}</small>
        </p>
        <form method="post" action="/workspaces">
          {others.map((other) => (
            <button type="submit" name="workspace" value={other.accountId}>
              <bdi>{other.name}</bdi>
            </button>
          ))}
        </form>
        <a href="/workspaces">{t('nav.allWorkspaces')}</a>
      </div>
    </details>
  );
