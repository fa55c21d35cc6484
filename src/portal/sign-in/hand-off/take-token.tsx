import * as z from 'zod';
import { openDirectoryDb } from '#db/database.ts';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { arrive, type HandedOff } from '#identity/hand-off/arrive.ts';
import { recordRefusal } from '#identity/hand-off/record-refusal.ts';
import { clientOf } from '#identity/limits/client-of.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import { bestEffort } from '#lib/best-effort.ts';
import { Problem } from '#lib/problem.ts';
import { setArrivalCookie } from './arrival-cookie.ts';
import { handOffPath } from './path.ts';
import { type HandOffTrouble, HandOffTroublePage } from './trouble-page.tsx';

/** GET /sign-in/hand-off: uses its token, so it is no plain GET, and HEAD is refused. */
export async function takeFromQuery(c: AppContext): Promise<Response> {
  if (c.req.method === 'HEAD') return refuseHead(c);
  // What a browser fetches before anybody presses anything may not use the token up.
  if (c.req.header('Sec-Purpose')?.includes('prefetch')) throw new Problem('conflict', 'prefetched');
  const taken = await take(c, onlyOne(c, 'jwt') ?? '', onlyOne(c, 'return_to'));
  if (taken.ok) return goOn(c, taken.secret);
  // The address still holds the token, which may be good for another try: it leaves the address bar and the history.
  const { trouble, back } = taken;
  return c.redirect(`${handOffPath}/trouble?what=${trouble}&return_to=${encodeURIComponent(back)}`, 303);
}

// Other fields mean nothing: many a framework puts one of its own into every form.
const form = z.object({ jwt: z.string().default(''), return_to: z.string().optional() });

/** POST /sign-in/hand-off: from another origin by nature, and without our cookies; the token is the proof. */
export async function takeFromForm(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  c.set('form', null);
  const taken = await take(c, fields['jwt'] ?? '', fields['return_to'] ?? onlyOne(c, 'return_to'));
  return taken.ok ? goOn(c, taken.secret) : showTrouble(c, taken.trouble, taken.back);
}

/** GET /sign-in/hand-off/trouble: why a token in an address let nobody in. */
export function explainTrouble(c: AppContext): Promise<Response> {
  const trouble = (['stale', 'refused'] as const).find((each) => each === c.req.query('what')) ?? 'broken';
  return showTrouble(c, trouble, returnTo(c.req.query('return_to'), new URL(c.req.url).origin));
}

function goOn(c: AppContext, secret: string): Response {
  setArrivalCookie(c, secret);
  return c.redirect(`${handOffPath}/continue`, 303);
}

export function refuseHead(c: AppContext): never {
  c.header('Allow', c.req.path === handOffPath ? 'GET, POST' : 'GET');
  throw new Problem('invalid', 'wrong_method');
}

type Taken =
  | { readonly ok: true; readonly secret: string }
  | { readonly ok: false; readonly trouble: HandOffTrouble; readonly back: string };

async function take(c: AppContext, token: string, wanted: string | undefined): Promise<Taken> {
  const { env } = c;
  const [scope, settings, origin] = [c.get('scope'), c.get('settings'), originOf(c)];
  const back = returnTo(wanted, new URL(c.req.url).origin);
  const handedOff = await arrive(
    scope,
    { token: token.trim(), host: c.get('host'), returnTo: back, origin },
    {
      directory: { db: openDirectoryDb(env, c.get('meter')), now: scope.now },
      settings,
      keySets: { kv: env.KV, fetch: (address, init) => fetch(address, init) },
    },
  );
  if (handedOff.ok) return handedOff;
  const client = clientOf(c.req.header('CF-Connecting-IP'));
  const from = { byClient: env.SIGN_IN_LIMIT, byTenant: env.WRITE_LIMIT, client, origin };
  await bestEffort('handoff_refusal_unrecorded', 'record', () => recordRefusal(scope, handedOff, from));
  return { ok: false, trouble: troubleOf(handedOff), back };
}

/** The stranger learns whether trying again may help, and no more. */
function troubleOf({ refusal, isAboutPerson }: Extract<HandedOff, { ok: false }>): HandOffTrouble {
  if (refusal.reason === 'used' || refusal.reason === 'expired') return 'stale';
  return isAboutPerson ? 'refused' : 'broken';
}

export function showTrouble(c: AppContext, trouble: HandOffTrouble, back: string): Promise<Response> {
  const look = portalLook(c);
  c.header('X-Robots-Tag', 'noindex');
  const page = <HandOffTroublePage frame={look.frame} trouble={trouble} returnTo={back} />;
  return sendPage(c, look, page, trouble === 'stale' ? 410 : trouble === 'broken' ? 400 : 403);
}

/** A parameter that stands there twice is as good as a forged one. */
function onlyOne(c: AppContext, name: string): string | undefined {
  const values = c.req.queries(name) ?? [];
  if (values.length > 1) throw new Problem('invalid', 'repeated_field');
  return values[0];
}
