import { env } from 'cloudflare:workers';
import { type ContactAtWork, contactAtWork } from './at-work.ts';
import { contactOf } from './contact-of.ts';
import { newDesk } from './desk-page.ts';
import { portalOf } from './portal-page.ts';
import { sentMail } from './post-office.ts';
import { fieldOf } from './request.ts';

// People on a request: who they are in the tests, and what they do as their pages do it.

/** Changes what the database holds, past all rules. */
export const force = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run();

/** Sets whom contacts may put on requests. */
export const allowPeople = (tenantId: string, policy: string) =>
  force('UPDATE tenant_settings SET participants = ? WHERE tenant_id = ?', policy, tenantId);

let made = 0;

/** An address that nobody has. */
export function newAddress(): string {
  made += 1;
  return `guest${made}-${crypto.randomUUID().slice(0, 8)}@partner.test`;
}

/** Nora, a member who sees her own, has asked; Nils and Marta are colleagues, Berta is the account's admin. */
export async function peopleDesk(policy = 'colleagues') {
  const desk = await newDesk();
  const { tenant, contact: bertaAs } = desk;
  const { accountId } = bertaAs;
  const member = (name: string) => contactOf(tenant, { name, role: 'member', accountId });
  const [noraAs, nils, marta] = [await member('Nora Lind'), await member('Nils Berg'), await member('Marta Costa')];
  const nora = await contactAtWork(noraAs);
  await allowPeople(tenant.id, policy);
  const number = await nora.open('The gate is stuck');
  return { ...desk, berta: desk.nora, bertaAs, nora, noraAs, nils, marta, accountId, number };
}

/** Nora has let a guest in by address. */
export async function guestDesk() {
  const it = await peopleDesk('anyone');
  const email = newAddress();
  await addPerson(it.nora, it.number, { email });
  return { ...it, email, path: linkMailed(email) };
}

export type GuestDesk = Awaited<ReturnType<typeof guestDesk>>;

export const peoplePath = (number: number) => `/requests/${number}/people`;

/** Adds somebody as the page's form does. */
export async function addPerson(
  who: ContactAtWork,
  number: number,
  person: { readonly person: string } | { readonly email: string },
) {
  const portal = portalOf(who);
  const html = await portal.page(peoplePath(number));
  const workspace = who.signedIn.person.accountId;
  const form = { key: fieldOf(html, 'key') || crypto.randomUUID(), workspace, ...person };
  return portal.ask(peoplePath(number), { form });
}

/** Takes somebody off, or oneself, as the question's button does. */
export async function takeOff(who: ContactAtWork, number: number, person: string) {
  const portal = portalOf(who);
  const path = `${peoplePath(number)}/${person}/removal`;
  const html = await portal.page(path);
  return portal.ask(path, { form: { key: fieldOf(html, 'key'), workspace: fieldOf(html, 'workspace') } });
}

/** The rows of who is on the tenant's requests, who asked first. */
export async function peopleRows(tenantId: string) {
  const query =
    'SELECT contact_id, part, guest, called, added_by FROM ticket_people WHERE tenant_id = ? ORDER BY part DESC';
  const { results } = await env.DB.prepare(query).bind(tenantId).all<Record<string, string | null>>();
  return results;
}

/** What the history says of people, oldest first. */
export async function personEvents(tenantId: string) {
  const query = "SELECT data, public_seq FROM events WHERE tenant_id = ? AND kind = 'person' ORDER BY seq";
  const { results } = await env.DB.prepare(query).bind(tenantId).all<{ data: string; public_seq: number | null }>();
  return results.map(({ data, public_seq }) => ({ ...JSON.parse(data), public_seq }));
}

/** The link in the newest mail to an address. */
export function linkMailed(email: string): string {
  const path = /https?:\/\/[^/\s]+(\/r\/[\w-]{43})/.exec(sentMail(email)[0]?.text ?? '')?.[1];
  if (!path) throw new Error(`No mail to ${email} has a link`);
  return path;
}
