import type { HotPage } from './pages.ts';
import type { Seeded } from './seed-bench.ts';

/** Lists that look through many requests for the ones they show, up to their ceiling. */
export function filterPages({ portalHost, cookies }: Pick<Seeded, 'portalHost' | 'cookies'>): readonly HotPage[] {
  const page = (name: string, title: string, path: string, cookie: string): HotPage => ({
    ...{ name, title, host: portalHost, path, cookie },
    looksFurther: true,
  });
  const { admin, member } = cookies;
  return [
    page('sort-priority', 'Requests by priority', '/?sort=priority', admin),
    page('filter-form', 'Requests of one form (member)', '/?form=request', member),
    page('filter-field', 'Requests with one in a hundred ticks', '/?urgent.is=yes', admin),
    page(
      'filter-all',
      'Requests by form, days, a tick and priority (member)',
      '/?form=request&from=2025-06-01&urgent.is=no&sort=priority',
      member,
    ),
  ];
}
