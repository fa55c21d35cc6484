import { agentOf } from './agent-of.ts';
import { type AgentAtWork, agentAtWork, type ContactAtWork, contactAtWork, newKey } from './at-work.ts';
import { contactOf, type TestContact } from './contact-of.ts';
import { newTenant, type TestTenant } from './new-tenant.ts';
import { agentHost, fieldOf, type RequestOptions, request } from './request.ts';

export interface Desk {
  readonly tenant: TestTenant;
  readonly amir: AgentAtWork;
  readonly contact: TestContact;
  readonly nora: ContactAtWork;
}

/** A tenant at work: the agent Amir Haddad, and Nora Lind, who asks. */
export async function newDesk(): Promise<Desk> {
  const tenant = await newTenant();
  const amir = await agentAtWork(await agentOf(tenant, { name: 'Amir Haddad' }));
  const contact = await contactOf(tenant, { name: 'Nora Lind' });
  return { tenant, amir, contact, nora: await contactAtWork(contact) };
}

/** An agent's browser on the agents' host. */
export function browserOf(agent: AgentAtWork) {
  const { cookie } = agent.signedIn;
  const ask = (path: string, options: RequestOptions = {}) => request(agentHost, path, { cookie, ...options });
  const page = async (path: string) => (await ask(path)).text();
  return {
    ask,
    page,
    /** The composer of a ticket as its page renders it, filled in. */
    async composer(number: number, filled: { kind: 'reply' | 'note'; body: string; status?: string }) {
      const html = await page(`/tickets/${number}`);
      const form = /<form[^>]*id="reply"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
      return { status: 'waiting', key: fieldOf(form, 'key'), seen: fieldOf(form, 'seen'), ...filled };
    },
    /** Fills the composer in and sends it. */
    async write(number: number, filled: { kind: 'reply' | 'note'; body: string; status?: string }) {
      return ask(`/tickets/${number}/entries`, { form: await this.composer(number, filled) });
    },
    set: (number: number, field: string, value: string) =>
      ask(`/tickets/${number}/settings`, { form: { key: newKey(), [field]: value } }),
  };
}

/** Text of a page as somebody reads it: no tags, one space between words. */
export function wordsOf(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
