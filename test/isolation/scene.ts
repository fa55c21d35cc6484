import { env } from 'cloudflare:workers';
import { readSettings } from '#env.ts';
import { keepTest } from '#forms/builder/change-tests.ts';
import { invite } from '#identity/invitations/invite.ts';
import { newId } from '#lib/ids.ts';
import { nowhere } from '#lib/origin.ts';
import { agentOf, ownerOf } from '../helpers/agent-of.ts';
import { agentAtWork, type ContactAtWork, contactAtWork } from '../helpers/at-work.ts';
import { contactOf, type TestContact } from '../helpers/contact-of.ts';
import { formOffice } from '../helpers/form-office.ts';
import { handOffKey } from '../helpers/hand-off.ts';
import { newField } from '../helpers/new-field.ts';
import { newTenant, scopeOf, type TestTenant } from '../helpers/new-tenant.ts';
import { recordEffects } from '../helpers/record-effects.ts';
import { agentHost } from '../helpers/request.ts';
import { type SignedIn, signIn } from '../helpers/sign-in.ts';

/** Words that stand in Acme's request, and in who is invited or asks there. Nobody else may ever read them. */
export const secretWords = [
  'Quokka subject',
  'Wombat message',
  'Numbat reply',
  'Bilby note',
  'invited@quoll.test',
  'asking@dunnart.test',
  'Potoroo field',
  'Bandicoot contents',
  'Dibbler form',
] as const;

/** Somebody who has no business with the request, and how they would ask. */
export interface Stranger {
  readonly who: string;
  readonly host: string;
  readonly cookie: string;
  readonly workspace: string;
  /** Their session is good, only not for this: objects are 404. Otherwise they are nobody. */
  readonly known: boolean;
  /** An admin of their own account, or of their own tenant. */
  readonly manages: boolean;
}

/** What stands in the place of each `:name` of a route: all of it Acme's, and of its request. */
export type Places = Readonly<Record<string, string>>;

/** Acme with a request that has a note; its number exists at no other tenant of the scene. */
export async function isolationScene() {
  const acme = await newTenant({ name: 'Acme' });
  const nora = await contactAtWork(await contactOf(acme, { name: 'Nora' }));
  await nora.open('One');
  await nora.open('Two');
  const number = await nora.open(secretWords[0], secretWords[1]);
  const amir = await agentAtWork(await agentOf(acme, { name: 'Amir' }));
  await amir.reply(number, secretWords[2]);
  await amir.note(number, secretWords[3]);
  const { id: contact, accountId: account } = nora.signedIn.person;
  const places: Places = {
    number: String(number),
    form: 'request',
    account,
    contact,
    person: contact,
    // The request itself is its first message, and the customer's own.
    message: '1',
    agent: amir.signedIn.person.id,
    token: 'x'.repeat(43),
    kid: (await handOffKey(acme)).kid,
    field: (await newField(acme, { label: 'Potoroo field' })).id,
    file: await fileOn(acme, number),
    view: await viewOf(nora.signedIn.person),
    ...(await formPlaces(acme)),
    ...(await workflowOf(acme)),
    ...(await waiting(nora.signedIn.person)),
  };
  return { acme, nora, amir, number, places };
}

/** A list that Nora keeps. */
async function viewOf({ tenant, id, accountId }: TestContact): Promise<string> {
  const view = newId('view', Date.now());
  await env.DB.prepare(
    `INSERT INTO views (tenant_id, id, account_id, contact_id, name, query, created_by, created_at)
     VALUES (?, ?, ?, ?, 'Bettong view', 'sort=number', ?, 1)`,
  )
    .bind(tenant.id, view, accountId, id, id)
    .run();
  return view;
}

/** A form that its admins work on, with a test case. */
async function formPlaces(tenant: TestTenant): Promise<Places> {
  const { formId, edit, load, work, publish } = await formOffice(tenant, 'Dibbler form');
  await edit({ kind: 'add_question', section: 'request', field: 'priority', hidden: false });
  const test = { id: 't1234567890', name: 'Case', answers: {}, asks: ['subject'], requires: [], hides: [] };
  await keepTest(work((await load()).form), test);
  await publish();
  await edit({ kind: 'add_section', id: 'more', title: 'More' });
  // Meant for nobody: its name shows that the portal asks for whom a form is.
  const nobody = '{"kind":"accounts","accounts":[]}';
  await env.DB.prepare('UPDATE forms SET audience = ? WHERE id = ?').bind(nobody, formId).run();
  return { formId, section: 'more', question: 'priority', test: test.id, version: '1' };
}

/** What the tenant calls things. */
async function workflowOf({ id }: { id: string }): Promise<Places> {
  await env.DB.prepare(`INSERT INTO teams (tenant_id, id, name, position) VALUES (?, 'tea_' || ?, 'Billing', 1)`)
    .bind(id, id)
    .run();
  const { results } = await env.DB.prepare(
    `SELECT 'team' AS kind, id FROM teams WHERE tenant_id = ?1 UNION ALL SELECT 'status', min(id) FROM statuses WHERE tenant_id = ?1
     UNION ALL SELECT 'priority', min(id) FROM priorities WHERE tenant_id = ?1`,
  )
    .bind(id)
    .all<{ kind: string; id: string }>();
  return Object.fromEntries(results.map(({ kind, id: found }) => [kind, found]));
}

/** A file in a message of the request. */
async function fileOn({ id }: { id: string }, number: number): Promise<string> {
  const file = newId('attachment', Date.now());
  await env.FILES.put(`t/${id}/files/${file}`, secretWords[7]);
  await env.DB.prepare(
    `INSERT INTO attachments (tenant_id, id, owner_kind, owner_id, draft, ticket_id, place, place_id, name, size, type,
       object_key, created_at, attached_at)
     SELECT tenant_id, ?1, 'contact', 'con_x', 'x', id, 'message', (SELECT id FROM messages WHERE ticket_id = t.id LIMIT 1),
       ?2, 18, 'application/octet-stream', 't/' || tenant_id || '/files/' || ?1, 1, 1
     FROM tickets t WHERE tenant_id = ?3 AND number = ?4`,
  )
    .bind(file, `${secretWords[7]}.txt`, id, number)
    .run();
  return file;
}

/** Somebody whom Nora has invited, and somebody who asks to be let in. */
async function waiting({ tenant, id, accountId }: TestContact): Promise<Places> {
  const scope = await scopeOf(tenant);
  const deps = { pepper: readSettings(env).pepper, origin: nowhere, effects: recordEffects() };
  const input = { accountId, email: secretWords[4], name: '', role: 'member' } as const;
  const invited = await invite(scope, { kind: 'contact', id }, input, deps);
  const request = newId('accessRequest', scope.now);
  await env.DB.prepare(
    'INSERT INTO access_requests (tenant_id, id, account_id, email, created_at) VALUES (?, ?, ?, ?, ?)',
  )
    .bind(tenant.id, request, accountId, secretWords[5], scope.now)
    .run();
  const domain = 'bilby.test';
  await env.DB.prepare(
    "INSERT INTO account_domains (tenant_id, domain, account_id, role, created_at) VALUES (?, ?, ?, 'member', 1)",
  )
    .bind(tenant.id, domain, accountId)
    .run();
  return { invitation: invited.ok ? invited.invitationId : '', request, domain };
}

type Scene = Awaited<ReturnType<typeof isolationScene>>;

/** Everybody who may not see Acme's request in the portal. */
export async function portalStrangers({ acme, nora, amir }: Scene): Promise<Stranger[]> {
  const globex = await newTenant({ name: 'Globex' });
  const hal = await signIn(await contactOf(globex));
  const ines = await signIn(await contactOf(acme));
  const { accountId } = nora.signedIn.person;
  const nils = await signIn(await contactOf(acme, { role: 'member', accountId }));
  const gone = await signIn(await contactOf(acme, { accountId }));
  await setRole(gone, 'none');
  const left = await signIn(await contactOf(acme, { accountId }));
  await env.DB.prepare("UPDATE contacts SET state = 'disabled' WHERE id = ?").bind(left.person.id).run();
  return [
    ...(await nobodies(acme.host, await another(acme, nora))),
    stranger("a cookie of another tenant's host", { ...hal, host: acme.host }, false),
    stranger("an agent's cookie", { ...amir.signedIn, host: acme.host }, false),
    stranger('a contact of another tenant', hal, true),
    stranger('an admin of another account', ines, true),
    stranger('a member of the account who is not on it', nils, true, false),
    stranger('a contact whose role is now none', gone, false),
    stranger('a disabled contact', left, false),
  ];
}

/** Everybody who may not see Acme's ticket in the agent app. */
export async function agentStrangers({ acme, nora }: Scene): Promise<Stranger[]> {
  const globex = await newTenant({ name: 'Globex' });
  const gina = await signIn(await agentOf(globex));
  const grace = await signIn(ownerOf(globex));
  const fired = await signIn(await agentOf(acme));
  await env.DB.prepare("UPDATE agents SET state = 'disabled' WHERE id = ?").bind(fired.person.id).run();
  return [
    ...(await nobodies(agentHost, await signIn(await agentOf(acme)))),
    stranger("a contact's cookie", { ...nora.signedIn, host: agentHost }, false),
    stranger('an agent of another tenant', gina, true, false),
    stranger('the owner of another tenant', grace, true),
    stranger('a disabled agent', fired, false),
  ];
}

/** Without a session, or with one that is forged, ended, expired, or rewritten to be an admin's. */
async function nobodies(host: string, victim: SignedIn): Promise<Stranger[]> {
  const ended = victim.cookie;
  await env.DB.prepare('UPDATE sessions SET ended_at = 1 WHERE subject_id = ?').bind(victim.person.id).run();
  const again = await signIn(victim.person, victim.host);
  await env.DB.prepare('UPDATE sessions SET expires_at = 1 WHERE subject_id = ?').bind(victim.person.id).run();
  const forged = again.cookie.slice(0, -1) + (again.cookie.endsWith('A') ? 'B' : 'A');
  const asking = (who: string, cookie: string) => stranger(who, { ...victim, host, cookie }, false);
  return [
    asking('nobody', ''),
    asking('a forged cookie', forged),
    asking('a cookie signed by nobody', again.cookie.replace(/[^.]+$/, await unsigned())),
    asking('an ended session', ended),
    asking('an expired session', again.cookie),
  ];
}

async function unsigned(): Promise<string> {
  const [known] = readSettings(env).sessionKeys;
  return (known?.key ?? '').slice(0, 43).padEnd(43, 'x');
}

async function another(acme: Scene['acme'], { signedIn }: ContactAtWork): Promise<SignedIn<TestContact>> {
  return signIn(await contactOf(acme, { accountId: signedIn.person.accountId }));
}

async function setRole({ person }: SignedIn, role: string): Promise<void> {
  await env.DB.prepare('UPDATE memberships SET role = ? WHERE contact_id = ?').bind(role, person.id).run();
}

function stranger(who: string, { host, cookie, person }: SignedIn, known: boolean, manages = known): Stranger {
  return { who, host, cookie, workspace: 'accountId' in person ? person.accountId : '', known, manages };
}
