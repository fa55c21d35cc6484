import { createMiddleware } from 'hono/factory';
import { Problem } from '#lib/problem.ts';
import type { AppEnv } from './context.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The ways out, and another look. */
const allowed = /^\/(?:sign-out|view-as\/[\w-]+)$/;

/**
 * Who sees the portal as somebody else changes nothing there, whichever route it
 * is: no write gets past here, and no socket, for others would see somebody come.
 * The cookie's own word suffices, since it can only forbid.
 */
export const onlyLooking = createMiddleware<AppEnv>(async (c, next) => {
  const claim = c.get('claim');
  const isLooking = claim?.kind === 'contact' && claim.isViewAs;
  const isWriting = !reading.has(c.req.method) && !allowed.test(c.req.path);
  if (isLooking && (isWriting || c.req.header('Upgrade') !== undefined)) throw new Problem('forbidden', 'view_only');
  await next();
});
