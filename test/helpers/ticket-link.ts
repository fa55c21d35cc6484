import { env } from 'cloudflare:workers';
import { readSettings } from '#env.ts';
import { deliver } from '#mail/courier.ts';
import type { AgentAtWork } from './at-work.ts';
import { newDesk } from './desk-page.ts';
import { scopeOf, type TestTenant } from './new-tenant.ts';
import { sentMail, testEnv } from './post-office.ts';
import { fieldOf, type RequestOptions, request } from './request.ts';

/** Delivers the mails that an agent's latest act owes; gives the path of the link in the newest one to the address. */
export async function mailedLink(tenant: TestTenant, agent: AgentAtWork, email: string, now?: number): Promise<string> {
  const scope = await scopeOf(tenant, now);
  const courier = { scope, settings: readSettings(env), service: testEnv().EMAIL };
  for (const outboxId of agent.effects.mails.splice(0)) await deliver(courier, outboxId);
  const link = /https?:\/\/[^/\s]+(\/(?:r|requests)\/[\w-]+)/.exec(sentMail(email)[0]?.text ?? '')?.[1];
  if (!link) throw new Error(`No mail to ${email} has a link`);
  return link;
}

export type Mailed = Awaited<ReturnType<typeof mailed>>;

/** Nora has asked, Amir has answered, and the mail about it carries a link. */
export async function mailed() {
  const desk = await newDesk();
  const { tenant, amir, nora, contact } = desk;
  const other = await nora.open('Something else entirely');
  const number = await nora.open('The gate is stuck');
  await amir.reply(number, 'Is it the *left* one?');
  const path = await mailedLink(tenant, amir, contact.email);
  const ask = (at = '', options: RequestOptions = {}) => request(tenant.host, `${path}${at}`, options);
  const page = async (at = '') => (await ask(at)).text();
  const form = async (body: string) => ({ key: fieldOf(await page(), 'key'), body });
  const reply = async (body: string) => ask('/messages', { form: await form(body) });
  return { ...desk, number, other, path, ask, page, form, reply };
}
