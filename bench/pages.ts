import { filterPages } from './filter-pages.ts';
import type { Seeded } from './seed-bench.ts';

export interface HotPage {
  /** As addresses of the floor name it. */
  readonly name: string;
  readonly title: string;
  readonly host: string;
  readonly path: string;
  readonly cookie: string;
  /** It reads more of more requests, up to a ceiling of its own. */
  readonly looksFurther?: boolean;
  readonly isSearch?: boolean;
}

/** The pages that people open all day (DESIGN §5.3). */
export function hotPages({ portalHost, agentHost, cookies, threadNumber }: Seeded): readonly HotPage[] {
  const portal = { host: portalHost };
  const desk = { host: agentHost, cookie: cookies.agent };
  return [
    { name: 'list-admin', title: 'Requests of an account (admin)', ...portal, path: '/', cookie: cookies.admin },
    { name: 'list-member', title: 'Requests of a person (member)', ...portal, path: '/', cookie: cookies.member },
    {
      name: 'thread',
      title: 'Request with 30 entries',
      ...portal,
      path: `/requests/${threadNumber}`,
      cookie: cookies.member,
    },
    ...searches({ portalHost, agentHost, cookies }),
    ...filterPages({ portalHost, cookies }),
    { name: 'desk-list', title: "Agents' list", ...desk, path: '/tickets' },
    { name: 'desk-ticket', title: "Agents' ticket with 30 entries", ...desk, path: `/tickets/${threadNumber}` },
  ];
}

/** Words of many messages (onboarding/demo/many-tickets-queries.ts), and the number of one request. */
function searches({ portalHost, agentHost, cookies }: Pick<Seeded, 'portalHost' | 'agentHost' | 'cookies'>) {
  const portal = { host: portalHost, isSearch: true };
  return [
    {
      name: 'search-every',
      title: 'Search for a word of every message',
      ...portal,
      path: '/?q=the',
      cookie: cookies.admin,
    },
    {
      name: 'search-half',
      title: 'Search for a word of two messages in five (member)',
      ...portal,
      path: '/?q=you',
      cookie: cookies.member,
    },
    { name: 'search-one', title: 'Search for a number', ...portal, path: '/?q=%221500%22', cookie: cookies.admin },
    {
      name: 'desk-search',
      title: "Agents' search for a word of every message",
      host: agentHost,
      isSearch: true,
      path: '/tickets?q=the',
      cookie: cookies.agent,
    },
  ];
}

/** Portal pages of the demo, whose bytes have a budget (DESIGN §9). */
export function weighedPages({ demo }: Seeded): readonly HotPage[] {
  const page = (name: string, title: string, path: string, cookie = demo.cookie): HotPage => ({
    name,
    title,
    host: demo.host,
    path,
    cookie,
  });
  return [
    page('sign-in', 'Sign in', '/sign-in', ''),
    page('list', 'Requests', '/'),
    page('new', 'New request', '/requests/new'),
    page('thread', 'Longest thread', `/requests/${demo.longest}`),
    page('settings', 'Settings', '/settings'),
  ];
}
