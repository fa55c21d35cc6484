import type { Seat } from '#identity/seats/seat.ts';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Time } from '#ui/time.tsx';

interface TenantsPageProps {
  frame: Frame;
  seats: readonly Seat[];
  /** Id of the tenant that the person is in. */
  current: string;
  returnTo: string;
  /** Something to know first. */
  notice: { tone: 'info' | 'warning'; text: string } | null;
}

/** A button for each company at which this person answers, the last used first. */
export const TenantsPage = ({ frame, seats, current, returnTo, notice }: TenantsPageProps) => {
  const { t, rich } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('tenants.title')}>
      <h1>{t('tenants.title')}</h1>
      {notice && (
        <Notice tone={notice.tone} focus>
          <p>{notice.text}</p>
        </Notice>
      )}
      <p class="lede">{t('tenants.intro')}</p>
      <form method="post" action="/tenants">
        <HiddenFields fields={{ return_to: returnTo }} />
        <ul class="workspaces">
          {seats.map(({ tenantId, tenantName, lastUsedAt }) => (
            <li>
              <button
                type="submit"
                name="to"
                value={tenantId}
                class="workspace-choice"
                aria-current={tenantId === current ? 'true' : undefined}
              >
                <bdi>{tenantName}</bdi>
                <small>
                  {tenantId === current
                    ? t('tenants.current')
                    : lastUsedAt === null
                      ? t('tenants.never')
                      : rich('tenants.lastUsed', { when: <Time at={lastUsedAt} reader={frame.reader} /> })}
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
