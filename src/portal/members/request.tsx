import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { decideAccess } from '#identity/members/decide-access.ts';
import { decidedOutcome } from '#identity/members/decided-outcome.ts';
import { listAccessRequests } from '#identity/members/list-access-requests.ts';
import { membersSeeAll } from '#identity/members/see-all.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { RequestPage } from './request-page.tsx';
import { visitAsAdmin } from './visit-as-admin.ts';

/** GET /members/requests/:request */
export async function askDecision(c: AppContext): Promise<Response> {
  const { actor, rows, request } = await visit(c);
  if (!request) throw notFound();
  const look = portalLook(c, actor);
  return sendPage(
    c,
    look,
    <RequestPage frame={look.frame} actor={actor} request={request} membersSeeAll={rows.seeAll} />,
  );
}

const form = z.strictObject({
  workspace: z.string().max(64),
  role: z.enum(['admin', 'member']),
  decision: z.enum(['grant', 'refuse']),
});

/** POST /members/requests/:request */
export async function decide(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { actor, by, rows, request } = await visit(c);
  const { workspace, role, decision } = read.value;
  if (workspace !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  // A second press, or a colleague was quicker: the list says how it stands.
  if (!request) return c.redirect(`/members?said=${rows.outcome}`, 303);
  const grant = decision === 'grant';
  const input = { requestId: request.id, accountId: actor.accountId, grant, role };
  await decideAccess(c.get('scope'), by, input, { effects: c.get('effects'), origin: originOf(c) });
  return c.redirect(`/members?said=${grant ? 'granted' : 'refused'}`, 303);
}

/** An admin, and who asks under this id to be let into their account; null once somebody has decided. */
async function visit(c: AppContext) {
  const id = c.req.param('request') ?? '';
  const { actor, by, rows } = await visitAsAdmin(c, (scope, { accountId }) => ({
    requests: listAccessRequests(scope, accountId),
    seeAll: membersSeeAll(scope, accountId),
    outcome: decidedOutcome(scope, id, accountId),
  }));
  const request = rows.requests.find((waiting) => waiting.id === id) ?? null;
  if (!request && !rows.outcome) throw notFound();
  return { actor, by, rows, request };
}
