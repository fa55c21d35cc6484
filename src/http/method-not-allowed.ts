import type { Hono } from 'hono';
import { notFound, Problem } from '#lib/problem.ts';
import type { AppContext, AppEnv } from './context.ts';

const methods = ['GET', 'POST'] as const;

/** What no route took: 405 with Allow where the address takes another method (RFC 9110 §15.5.6), else 404. */
export function refuseUnrouted(app: Hono<AppEnv>, c: AppContext): Response {
  const allowed = methods.filter((method) => takes(app, method, c.req.path));
  if (allowed.length === 0 || allowed.some((method) => method === c.req.method)) throw notFound();
  c.header('Allow', allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '));
  throw new Problem('invalid', 'wrong_method');
}

function takes(app: Hono<AppEnv>, method: string, path: string): boolean {
  return app.router.match(method, path)[0].some(([[, route]]) => route.method === method);
}
