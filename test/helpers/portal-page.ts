import type { ContactAtWork } from './at-work.ts';
import { cookiesOf, fieldOf, type RequestOptions, request } from './request.ts';

type Form = Readonly<Record<string, string>>;

/** A contact's browser on their portal. */
export function portalOf({ signedIn }: Pick<ContactAtWork, 'signedIn'>) {
  const { cookie, host } = signedIn;
  const ask = (path: string, options: RequestOptions = {}) => request(host, path, { cookie, ...options });
  const page = async (path: string) => (await ask(path)).text();
  /** The hidden fields of a page's form, with what is filled in. */
  const filled = async (path: string, fields: Form): Promise<Form> => {
    const html = await page(path);
    const form = html.slice(html.lastIndexOf('class="composer"') + 1 || html.lastIndexOf('<reply-box>'));
    const follows = fieldOf(form, 'follow_up');
    return {
      key: fieldOf(form, 'key'),
      workspace: fieldOf(form, 'workspace'),
      ...(follows && { follow_up: follows }),
      ...fields,
    };
  };
  return {
    host,
    ask,
    page,
    filled,
    /** Fills the form of a new request in and sends it. */
    async request(subject: string, body: string): Promise<Response> {
      return ask('/requests/new', { form: await filled('/requests/new', { subject, body }) });
    },
    /** Fills the reply box in and sends it. */
    async reply(number: number, body: string): Promise<Response> {
      return ask(`/requests/${number}/messages`, { form: await filled(`/requests/${number}`, { body }) });
    },
    /** Goes into another workspace; gives the browser that has its cookie. */
    async enter(workspace: string) {
      const answer = await ask('/workspaces', { form: { workspace } });
      return portalOf({ signedIn: { ...signedIn, cookie: cookiesOf(answer) } });
    },
  };
}

/** What a text area shows, as it was typed. */
export function typedIn(html: string, name: string): string {
  const text = new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([\\s\\S]*?)</textarea>`).exec(html)?.[1] ?? '';
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The texts of all elements of a class. */
export function textsOf(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/<[^>]*>/g, ''));
}
