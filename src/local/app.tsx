import { Hono } from 'hono';
import { deliver, type EmailDoor } from './deliver.ts';
import { lookAgain } from './look-again.ts';
import { type KeptMail, type MailboxEnv, openMailbox } from './mailbox.ts';
import { base, ListPage, MailPage, NewPage, type View } from './pages.tsx';
import { rawMail, type TypedMail } from './raw-mail.ts';

// Agents sign in on this host: no script but ours runs beside them, whatever a mail holds.
const pagePolicy = async () =>
  `default-src 'none'; script-src 'sha256-${await sha256Base64(lookAgain)}'; connect-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src http: https:; frame-ancestors 'self'";

/** The mailbox of `npm start`. `door` is the Worker's own `email()`, where mail that is sent in arrives. */
export const localApp = (door: EmailDoor) => {
  const app = new Hono<{ Bindings: MailboxEnv }>();

  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', await pagePolicy());
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
  });

  app.get(`${base}.json`, async (c) => c.json({ messages: await openMailbox(c.env).list(c.req.query('to') ?? null) }));

  app.get(base, async (c) => {
    const to = c.req.query('to') ?? null;
    return c.html(<ListPage mails={await openMailbox(c.env).list(to, 200)} to={to} />);
  });

  app.get(`${base}/new`, async (c) => {
    const answered = await openMailbox(c.env).one(c.req.query('answer') ?? '');
    return c.html(<NewPage typed={answered ? answerTo(answered) : empty} />);
  });

  app.post(`${base}/new`, async (c) => {
    if (c.req.header('Origin') !== new URL(c.req.url).origin) return c.text('Cross-site', 403);
    const typed = typedOf(await c.req.formData());
    const raw = rawMail(typed, new Date());
    const delivery = await deliver(door, { from: typed.from, to: typed.to }, raw);
    return c.html(<NewPage typed={typed} delivery={delivery} />);
  });

  app.get(`${base}/:id{\\d+}`, async (c) => {
    const mail = await openMailbox(c.env).one(c.req.param('id'));
    return mail ? c.html(<MailPage mail={mail} view={viewOf(c.req.query('view'))} />) : c.notFound();
  });

  app.get(`${base}/:id{\\d+}/html`, async (c) => {
    const mail = await openMailbox(c.env).one(c.req.param('id'));
    if (!mail) return c.notFound();
    c.header('Content-Security-Policy', mailPolicy);
    return c.html(mail.html.replace('<head>', '<head><base target="_blank">'));
  });

  return app;
};

const viewOf = (name: string | undefined): View =>
  name === 'phone' || name === 'text' || name === 'headers' ? name : 'computer';

const empty: TypedMail = { from: '', to: '', subject: '', body: '' };

const answerTo = (mail: KeptMail): TypedMail => {
  const id = mail.headers['Message-ID'] ?? '';
  const quoted = mail.text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
  return {
    from: mail.to,
    to: mail.replyTo,
    subject: mail.subject.startsWith('Re: ') ? mail.subject : `Re: ${mail.subject}`,
    body: `\n\nOn ${new Date(mail.sentAt).toUTCString()}, ${mail.from} wrote:\n\n${quoted}`,
    inReplyTo: id,
    references: `${mail.headers['References'] ?? ''} ${id}`.trim(),
  };
};

const typedOf = (form: FormData): TypedMail => {
  const field = (name: string) => String(form.get(name) ?? '').trimEnd();
  return {
    from: field('from').trim(),
    to: field('to').trim(),
    subject: field('subject').replace(/\s+/g, ' '),
    body: String(form.get('body') ?? ''),
    inReplyTo: field('inReplyTo'),
    references: field('references'),
    authenticated: form.get('forged') === null,
  };
};

async function sha256Base64(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new Uint8Array(digest).toBase64();
}
