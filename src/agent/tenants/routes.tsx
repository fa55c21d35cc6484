import { Hono } from 'hono';
import * as z from 'zod';
import { SecondFactorNeeded } from '#db/session-errors.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { setSessionCookie } from '#http/session-cookies.ts';
import { visitAsArriving } from '#http/visit.ts';
import { listSeats } from '#identity/seats/list-seats.ts';
import type { Seat } from '#identity/seats/seat.ts';
import { switchTenant } from '#identity/seats/switch-tenant.ts';
import { thisSession } from '#identity/sessions/this-session.ts';
import { returnTo } from '#identity/sign-in/return-to.ts';
import type { Agent } from '#lib/actor.ts';
import { notFound } from '#lib/problem.ts';
import { reachOf } from '../reach.ts';
import { rememberSeats } from './seats-cookie.ts';
import { TenantsPage } from './tenants-page.tsx';

/** Where somebody with seats at several tenants chooses one, after sign-in and at any time later. */
export const tenantRoutes = new Hono<AppEnv>().get('/', show).post('/', choose);

async function show(c: AppContext): Promise<Response> {
  const { actor } = await visit(c);
  const seats = await listSeats(reachOf(c).directory, actor.email);
  rememberSeats(c, seats.length);
  const back = backOf(c, c.req.query('return_to'));
  const at = c.req.query('at');
  const wanted = seats.find(({ slug }) => slug === at);
  // A link to a company where this person has no seat leads nowhere, and not round in circles.
  if (at !== undefined && !wanted) throw notFound();
  if (seats.length < 2) return c.redirect(back, 303);
  const { t } = (await agentLook(c, actor)).frame.reader;
  const notice = wanted && ({ tone: 'info', text: t('tenants.wanted', { brand: wanted.tenantName }) } as const);
  return page(c, actor, wanted ? [wanted, ...seats.filter((each) => each !== wanted)] : seats, back, notice ?? null);
}

const form = z.strictObject({ to: z.string().default(''), return_to: z.string().optional() });

async function choose(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const { actor, session } = await visit(c);
  const [to, back] = [fields['to'] ?? '', backOf(c, fields['return_to'])];
  const reach = reachOf(c);
  const seats = await listSeats(reach.directory, actor.email);
  const seat = seats.find(({ tenantId }) => tenantId === to);
  if (!seat) throw notFound();
  const at = new URL(back, c.req.url).searchParams.get('at') ?? seat.slug;
  const next = at === seat.slug ? back : '/tickets';
  if (to === c.get('scope').tenant.id) return c.redirect(next, 303);
  const by = { actor, session, host: c.get('host'), pepper: c.get('settings').pepper, origin: originOf(c) };
  const switched = await switchTenant(reach, by, seat);
  if (switched) {
    await setSessionCookie(c, switched.claim, switched.secret);
    return c.redirect(next, 303);
  }
  const { t } = (await agentLook(c, actor)).frame.reader;
  return page(c, actor, seats, back, { tone: 'warning', text: t('tenants.again', { brand: seat.tenantName }) });
}

/** Also somebody who must still set a second factor up: only this tenant asks for it. Not who owes one. */
async function visit(c: AppContext) {
  const { actor, rows, isOwed } = await visitAsArriving(c, (scope, claim) => ({ session: thisSession(scope, claim) }));
  if (isOwed) throw new SecondFactorNeeded('give');
  if (rows.session === null) throw notFound();
  return { actor, session: rows.session };
}

async function page(
  c: AppContext,
  actor: Agent,
  seats: readonly Seat[],
  back: string,
  notice: { tone: 'info' | 'warning'; text: string } | null,
): Promise<Response> {
  const look = await agentLook(c, actor);
  const current = c.get('scope').tenant.id;
  const view = <TenantsPage frame={look.frame} seats={seats} current={current} returnTo={back} notice={notice} />;
  return sendPage(c, look, view, notice?.tone === 'warning' ? 409 : 200);
}

function backOf(c: AppContext, path: string | undefined): string {
  return returnTo(path, new URL(c.req.url).origin);
}
