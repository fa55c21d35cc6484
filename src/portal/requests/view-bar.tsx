import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import type { ViewLinks } from './view-links.ts';

/** The views that somebody keeps, each a list of its own. */
export const ViewBar = ({
  reader: { t },
  workspace,
  views,
}: {
  reader: Reader;
  workspace: string;
  views: ViewLinks;
}) =>
  views.links.length > 0 ? (
    <nav class="view-bar" aria-label={t('views.label')}>
      {views.links.map(({ name, href, isShared, current }) => (
        <a href={href} aria-current={current ? 'page' : undefined}>
          {isShared && <Icon name="people" />}
          <bdi>{name}</bdi>
          {isShared && <span class="unseen">, {t('views.shared', { workspace })}</span>}
        </a>
      ))}
      {views.changeHref !== null && (
        <a class="view-change" href={views.changeHref}>
          <Icon name="settings" />
          <span class="unseen">{t('views.change')}</span>
        </a>
      )}
    </nav>
  ) : null;
