import Bowser from 'bowser';
import type { Origin } from '#lib/origin.ts';
import type { AppContext } from './context.ts';

/** Where this request comes from, as the audit and the session list say it. */
export function originOf(c: AppContext): Origin {
  return {
    client: (c.req.header('CF-Connecting-IP') ?? '').slice(0, 50),
    place: placeOf(c),
    device: deviceOf(c.req.header('User-Agent') ?? ''),
  };
}

/** Roughly where the request comes from, by Cloudflare's word; empty where it has none. */
export function placeOf(c: AppContext): string {
  const cf = c.req.raw.cf;
  const parts = [cf?.city, cf?.country].filter((part) => typeof part === 'string' && part !== '');
  return parts.join(', ').slice(0, 100);
}

/** "Firefox on Linux"; empty for what names no browser. It is what the client says: for people to recognise, never to decide by. */
export function deviceOf(userAgent: string): string {
  if (userAgent === '') return '';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  return [browser.name, os.name]
    .filter((part) => part !== undefined && part !== '')
    .join(' on ')
    .slice(0, 60);
}
