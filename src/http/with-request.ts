import { createMiddleware } from 'hono/factory';
import { newMeter } from '#db/database.ts';
import { readSettings } from '#env.ts';
import { logEvent } from '#lib/log.ts';
import { randomToken } from '#lib/secrets.ts';
import { hostOf } from '#tenancy/host.ts';
import type { AppEnv } from './context.ts';

/** Begins every request: settings, clock, id, meter; ends it with the headers that all answers carry. */
export const withRequest = createMiddleware<AppEnv>(async (c, next) => {
  const started = performance.now();
  c.set('settings', readSettings(c.env));
  c.set('now', Date.now());
  c.set('requestId', randomToken(12));
  c.set('host', hostOf(c.req.url));
  c.set('meter', newMeter());
  c.set('claim', null);
  c.set('sessionSecret', null);
  c.set('form', null);
  await next();
  if (c.res.status === 101) return;
  // Makes the answer's headers writable; each further `c.header` would copy the whole answer again.
  c.header('X-Request-Id', c.get('requestId'));
  setCommonHeaders(c.res.headers);
  if (c.get('settings').showTiming || c.get('claim')?.kind === 'agent') {
    const { trips, rowsRead } = c.get('meter');
    const spent = (performance.now() - started).toFixed(1);
    c.res.headers.set('Server-Timing', `db;desc="trips=${trips} rows=${rowsRead}", worker;dur=${spent}`);
  }
  if (c.res.status === 500)
    logEvent('error', 'answered_500', { requestId: c.get('requestId'), route: c.req.routePath });
});

// SECURITY §1.8. HSTS without includeSubDomains: a tenant's other hosts are not ours to bind.
function setCommonHeaders(headers: Headers): void {
  for (const [name, value] of always) headers.set(name, value);
  for (const [name, value] of unlessSaid) if (!headers.has(name)) headers.set(name, value);
}

const always = [
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
] as const;

const unlessSaid = [
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Cache-Control', 'private, no-store'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"],
] as const;
