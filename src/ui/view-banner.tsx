import { clockTime } from '#lib/times.ts';
import { Button } from './button.tsx';
import type { Frame } from './frame.ts';
import { Icon } from './icon.tsx';

/** On every page while somebody sees the portal as another person does: whom, until when, and the way out. */
export const ViewBanner = ({ frame: { reader, viewing } }: { frame: Frame }) => {
  if (!viewing) return null;
  const { t, rich } = reader;
  const { as } = viewing;
  return (
    <section class="view-banner" aria-label={t('viewAs.banner.label')}>
      <Icon name="eye" />
      <p>
        {as
          ? rich('viewAs.banner.as', {
              name: <bdi>{as.name}</bdi>,
              account: <bdi>{as.account}</bdi>,
              time: clockTime(as.endsAt, reader),
            })
          : t('viewAs.banner.somebody')}
      </p>
      <form method="post" action="/view-as/end">
        <Button>{t('viewAs.end')}</Button>
      </form>
    </section>
  );
};
