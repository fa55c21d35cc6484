import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { type InviteResult, invite } from '#identity/invitations/invite.ts';
import type { Decider } from '#identity/members/decider.ts';
import { membersSeeAll } from '#identity/members/see-all.ts';
import type { Contact } from '#lib/actor.ts';
import { Problem } from '#lib/problem.ts';
import { cleanLine, shorten } from '#lib/text.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { InvitePage, type InvitePageProps } from './invite-page.tsx';
import { type GivenRole, mostInvited } from './member-view.ts';
import { type TypedAddress, typedAddresses } from './typed-addresses.ts';
import { visitAsAdmin } from './visit-as-admin.ts';

/** GET /members/invitations: the form. */
export async function askInvite(c: AppContext): Promise<Response> {
  const { actor, rows } = await visit(c);
  return page(c, actor, { membersSeeAll: rows.seeAll, emails: '', role: 'member', faults: [], sentTo: [] }, 200);
}

const form = z.strictObject({
  workspace: z.string().max(64),
  emails: z.string().default(''),
  role: z.enum(['admin', 'member']),
});

/** POST /members/invitations: each address by itself; what was wrong with some keeps none of the others. */
export async function sendInvites(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { actor, rows, by } = await visit(c);
  const { workspace, emails, role } = read.value;
  if (workspace !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  const { t } = portalLook(c, actor).frame.reader;
  const typed = typedAddresses(emails);
  const again = { membersSeeAll: rows.seeAll, role, sentTo: [] };
  if (typed.length === 0) return page(c, actor, { ...again, emails, faults: [t('field.missing')] }, 422);
  if (typed.length > mostInvited) {
    const faults = [t('invite.tooMany', { most: mostInvited, count: typed.length })];
    return page(c, actor, { ...again, emails, faults }, 422);
  }
  const results = await inviteEach(c, by, actor.accountId, typed, role);
  const failed = results.flatMap(({ address, result }) => (result.ok ? [] : [{ ...address, fault: result.fault }]));
  const sentTo = results.filter(({ result }) => result.ok).map(({ address }) => address.email);
  if (failed.length === 0) return c.redirect(`/members?said=invited&count=${sentTo.length}`, 303);
  const kept = failed.map(({ email, name }) => (name === '' ? email : `${name} <${email}>`)).join('\n');
  const faults = failed.map(({ email, fault }) =>
    t(`invite.fault.${fault}`, { email: shorten(cleanLine(email), 100) }),
  );
  return page(c, actor, { ...again, emails: kept, faults, sentTo }, 422);
}

function visit(c: AppContext) {
  return visitAsAdmin(c, (scope, { accountId }) => ({ seeAll: membersSeeAll(scope, accountId) }));
}

async function inviteEach(
  c: AppContext,
  by: Decider,
  accountId: string,
  addresses: readonly TypedAddress[],
  role: GivenRole,
): Promise<readonly { readonly address: TypedAddress; readonly result: InviteResult }[]> {
  const deps = { pepper: c.get('settings').pepper, origin: originOf(c), effects: c.get('effects') };
  const results = [];
  for (const address of addresses) {
    results.push({ address, result: await invite(c.get('scope'), by, { accountId, ...address, role }, deps) });
  }
  return results;
}

function page(
  c: AppContext,
  actor: Contact,
  view: Omit<InvitePageProps, 'frame' | 'actor'>,
  status: 200 | 422,
): Promise<Response> {
  const look = portalLook(c, actor);
  return sendPage(c, look, <InvitePage frame={look.frame} actor={actor} {...view} />, status);
}
