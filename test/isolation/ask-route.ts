import { testEnv } from '../helpers/post-office.ts';
import { request } from '../helpers/request.ts';
import type { Case } from './cases.ts';
import type { Places, Stranger } from './scene.ts';

/** Asks a route as this person would, with Acme's things in its address and a form of its own. */
export async function ask(route: string, it: Case, { host, cookie, workspace }: Stranger, places: Places) {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pathOf(pattern, places);
  const form = 'form' in it && it.form ? it.form({ number: Number(places['number']), workspace }) : {};
  const body = 'body' in it ? it.body?.() : undefined;
  const socket = path.endsWith('/live') ? { Upgrade: 'websocket', Origin: `https://${host}` } : {};
  return request(host, path, {
    method,
    ...(cookie && { cookie }),
    ...(method === 'POST' && (body ? { body } : { form })),
    headers: socket,
    // The walk asks more in a minute than a person may.
    env: testEnv({ WRITE_LIMIT: { limit: async () => ({ success: true }) } }),
  });
}

/** What a page must be asked with to be there at all. */
const queries = [
  ['/updates', '?after=0'],
  ['/news', '?view=open&since=0'],
  ['/conditions/new', '?owner=question&id=priority&part=visibility&in=&field=subject'],
] as const;

export function pathOf(pattern: string, places: Places): string {
  const [, query = ''] = queries.find(([ending]) => pattern.endsWith(ending)) ?? [];
  return pattern.replace(/:(\w+)(?:\{[^}]*\})?/g, (whole, name: string) => places[name] ?? whole) + query;
}
