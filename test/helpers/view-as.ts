import type { AgentAtWork } from './at-work.ts';
import type { TestContact } from './contact-of.ts';
import { browserOf } from './desk-page.ts';
import { cookiesOf, fieldOf, request } from './request.ts';

/** The path of the link that the agent app gives an agent for a contact's view. */
export async function viewLink(agent: AgentAtWork, { id, accountId }: TestContact): Promise<string> {
  const page = await browserOf(agent).ask(`/accounts/${accountId}/people/${id}/view-as`, { form: {} });
  const path = /\/view-as\/[\w-]{43}/.exec(await page.text())?.[0];
  if (!path) throw new Error(`There is no link: ${page.status}`);
  return path;
}

/** Goes all the way: the link, the button; gives the browser's cookie. */
export async function viewAs(agent: AgentAtWork, contact: TestContact): Promise<string> {
  const path = await viewLink(agent, contact);
  const { host } = contact.tenant;
  const attempt = fieldOf(await (await request(host, path)).text(), 'attempt');
  const answer = await request(host, path, { form: { attempt } });
  const cookie = cookiesOf(answer);
  if (!cookie) throw new Error(`Nobody was let in: ${answer.status}`);
  return cookie;
}
