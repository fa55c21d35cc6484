import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { ServiceMail } from '#mail/sender.ts';
import { localApp } from './app.tsx';
import type { EmailDoor } from './deliver.ts';
import { type Mailbox, mailboxSender, openMailbox } from './mailbox.ts';

declare global {
  namespace Cloudflare {
    interface Env {
      MAILBOX: DurableObjectNamespace<Mailbox>;
    }
  }
}

const origin = 'http://app.localhost:8787';
const mail = (change: Partial<ServiceMail> = {}): ServiceMail => ({
  to: 'nora@northwind.test',
  from: { email: 'no-reply@in.localhost', name: 'Acme' },
  replyTo: 'reply+x@in.localhost',
  subject: 'Hello <b>',
  html: '<html><head></head><body><a href="http://acme.localhost:8787/">Open</a><script>x()</script></body></html>',
  text: 'Sign in\n\n    482913\n\nhttp://acme.localhost:8787/sign-in/link/TOKEN\n',
  headers: { 'X-Portico-Loop': 'ten_1' },
  ...change,
});
const accept: EmailDoor = () => undefined;
const get = (path: string) => localApp(accept).request(`${origin}${path}`, {}, env);
const post = (door: EmailDoor, fields: Record<string, string>, from = origin) =>
  localApp(door).request(
    `${origin}/dev/mailbox/new`,
    { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: from } },
    env,
  );
const newestTo = async (to: string) => (await openMailbox(env).list(to))[0];

describe('the mailbox', () => {
  it('keeps what is sent and tells it as DESIGN §8 says, newest first', async () => {
    const to = `${crypto.randomUUID()}@northwind.test`;
    const { messageId } = await mailboxSender(env).send(mail({ to, subject: 'one' }));
    await mailboxSender(env).send(mail({ to, subject: 'two' }));
    await mailboxSender(env).send(mail({ to: 'other@northwind.test' }));
    const answer = await get(`/dev/mailbox.json?to=${to.toUpperCase()}`);
    const { messages } = await answer.json<{ messages: Record<string, unknown>[] }>();
    expect(messages.map(({ subject }) => subject)).toEqual(['two', 'one']);
    expect(Object.keys(messages[0] ?? {}).sort()).toEqual([
      'from',
      'headers',
      'html',
      'id',
      'replyTo',
      'sentAt',
      'subject',
      'text',
      'to',
    ]);
    expect(messages[1]).toMatchObject({ from: 'Acme <no-reply@in.localhost>', headers: { 'Message-ID': messageId } });
  });

  it('shows a mail to its reader without letting it run', async () => {
    const to = `${crypto.randomUUID()}@northwind.test`;
    await mailboxSender(env).send(mail({ to }));
    const { id } = (await newestTo(to)) ?? {};
    const page = await (await get(`/dev/mailbox/${id}`)).text();
    expect(page).toContain('482913');
    expect(page).toContain('http://acme.localhost:8787/sign-in/link/TOKEN');
    expect(page).not.toContain('Hello <b>');
    const html = await get(`/dev/mailbox/${id}/html`);
    expect(html.headers.get('Content-Security-Policy')).toMatch(/^sandbox allow-popups .*default-src 'none'/);
    expect((await get('/dev/mailbox/999999')).status).toBe(404);
    const list = await get('/dev/mailbox');
    expect(await list.text()).toContain(to);
    expect(list.headers.get('Content-Security-Policy')).toMatch(/script-src 'sha256-[\w+/=]{44}';/);
  });

  it('fails sends as a test asks it to, then works again', async () => {
    await openMailbox(env).failNext(['E_RATE_LIMIT_EXCEEDED', 'E_RECIPIENT_SUPPRESSED']);
    const send = () => mailboxSender(env).send(mail());
    await expect(send()).rejects.toMatchObject({ code: 'E_RATE_LIMIT_EXCEEDED' });
    await expect(send()).rejects.toMatchObject({ code: 'E_RECIPIENT_SUPPRESSED' });
    expect(await send()).toHaveProperty('messageId');
  });
});

describe('a mail that is sent in', () => {
  const typed = { from: 'nora@northwind.test', to: 'reply+x@in.localhost', subject: 'Grüße 👋', body: 'It works.' };

  it('goes to the Worker’s own email() as it would arrive from the network', async () => {
    const seen: { from: string; to: string; raw: string }[] = [];
    const page = await post(async ({ from, to, raw }) => {
      seen.push({ from, to, raw: await new Response(raw).text() });
    }, typed);
    expect(await page.text()).toContain('Accepted.');
    expect(seen).toMatchObject([{ from: typed.from, to: typed.to }]);
    expect(seen[0]?.raw).toMatch(/^Received: from [^\n]+\r\n +by cloudflare-email\.net/);
    expect(seen[0]?.raw).toContain('dmarc=pass header.from=northwind.test');
  });

  it('shows the words of a refusal, and our own trouble as such', async () => {
    const refused = await post((message) => message.setReject('Please use the portal'), typed);
    expect(await refused.text()).toContain('Rejected: Please use the portal');
    const failed = await post(() => Promise.reject(new Error('D1 is away')), typed);
    expect(await failed.text()).toContain('would try again: D1 is away');
  });

  it('is not taken from another site', async () => {
    expect((await post(accept, typed, 'http://evil.test')).status).toBe(403);
  });

  it('answers a mail with its address and thread', async () => {
    const to = `${crypto.randomUUID()}@northwind.test`;
    const { messageId } = await mailboxSender(env).send(mail({ to, headers: { References: '<a@in.localhost>' } }));
    const page = await (await get(`/dev/mailbox/new?answer=${(await newestTo(to))?.id}`)).text();
    for (const value of [to, 'reply+x@in.localhost', messageId.slice(1, -1), '&lt;a@in.localhost&gt; &lt;'])
      expect(page).toContain(value);
  });
});
