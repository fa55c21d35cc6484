import { html, raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { Delivery } from './deliver.ts';
import { lookAgain } from './look-again.ts';
import type { KeptMail } from './mailbox.ts';
import type { TypedMail } from './raw-mail.ts';
import { style } from './style.ts';

export const base = '/dev/mailbox';

type PageProps = PropsWithChildren<{
  title: string;
  /** Shows by itself what arrives. */
  fresh?: boolean;
}>;

function Page(props: PageProps) {
  return html`<!doctype html>${<Whole {...props} />}`;
}

function Whole({ title, fresh, children }: PageProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(style)}</style>
        {fresh && <script>{raw(lookAgain)}</script>}
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** All mail, or that to one address. */
export function ListPage({ mails, to }: { mails: readonly KeptMail[]; to: string | null }) {
  return (
    <Page title="Mailbox" fresh>
      <header>
        <h1>{to ? `Mail to ${to}` : 'Mail that was sent'}</h1>
        {to && <a href={base}>All mail</a>}
        <a href={`${base}/new`}>Send a mail in</a>
      </header>
      {mails.length === 0 && (
        <p>Nothing yet. Every mail that Portico sends on this machine arrives here, and none leaves it.</p>
      )}
      <ol>
        {mails.map((mail) => (
          <li>
            <a href={`${base}/${mail.id}`}>
              <strong>{mail.subject}</strong>
              <time class="dim" datetime={iso(mail)}>
                {iso(mail).slice(0, 16).replace('T', ' ')} UTC
              </time>
              <span class="dim">
                {mail.from} → {mail.to}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </Page>
  );
}

export type View = 'computer' | 'phone' | 'text' | 'headers';
const views: readonly (readonly [View, string])[] = [
  ['computer', 'As shown'],
  ['phone', 'On a phone'],
  ['text', 'Plain text'],
  ['headers', 'Headers'],
];

export function MailPage({ mail, view }: { mail: KeptMail; view: View }) {
  return (
    <Page title={mail.subject}>
      <header>
        <h1>{mail.subject}</h1>
        <a href={base}>All mail</a>
        <a href={`${base}/new?answer=${mail.id}`}>Answer</a>
      </header>
      <dl>
        <dt>To</dt>
        <dd>{mail.to}</dd>
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>Reply to</dt>
        <dd>{mail.replyTo}</dd>
        <dt>Sent</dt>
        <dd>
          <time datetime={iso(mail)}>{iso(mail).slice(0, 19).replace('T', ' ')} UTC</time>
        </dd>
      </dl>
      <Found mail={mail} />
      <nav aria-label="How to show it">
        {views.map(([name, label]) => (
          <a href={`?view=${name}`} aria-current={name === view ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <Shown mail={mail} view={view} />
    </Page>
  );
}

/** What one usually opens a mail for: the code, and the first link. */
function Found({ mail }: { mail: KeptMail }) {
  const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1];
  const link = /https?:\/\/\S+/.exec(mail.text)?.[0];
  return (
    <p class="found">
      {code && <code>{code}</code>}
      {link && <a href={link}>{link.length > 90 ? `${link.slice(0, 90)}…` : link}</a>}
    </p>
  );
}

function Shown({ mail, view }: { mail: KeptMail; view: View }) {
  if (view === 'text') return <pre>{mail.text}</pre>;
  if (view === 'headers') return <pre>{Object.entries(mail.headers).map((pair) => `${pair.join(': ')}\n`)}</pre>;
  return (
    <iframe
      class={view}
      title={`The mail “${mail.subject}”`}
      src={`${base}/${mail.id}/html`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>
  );
}

export function NewPage({ typed, delivery }: { typed: TypedMail; delivery?: Delivery }) {
  return (
    <Page title="Send a mail in">
      <header>
        <h1>Send a mail in</h1>
        <a href={base}>All mail</a>
      </header>
      {delivery && (
        <p class="said" role="status">
          {saidOf(delivery)}
        </p>
      )}
      <form method="post" action={`${base}/new`}>
        <TextInput name="from" label="From" value={typed.from} />
        <TextInput name="to" label="To (the Reply-To of a mail)" value={typed.to} />
        <TextInput name="subject" label="Subject" value={typed.subject} />
        <label>
          Text
          <textarea name="body" rows={12}>
            {`\n${typed.body}`}
          </textarea>
        </label>
        <label class="check">
          <input type="checkbox" name="forged" value="yes" checked={typed.authenticated === false} />
          As from a stranger who only says to be this sender
        </label>
        <input type="hidden" name="inReplyTo" value={typed.inReplyTo ?? ''} />
        <input type="hidden" name="references" value={typed.references ?? ''} />
        <button type="submit">Send</button>
      </form>
    </Page>
  );
}

function TextInput({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label>
      {label}
      <input type="text" name={name} value={value} required />
    </label>
  );
}

const saidOf = (delivery: Delivery): string => {
  if (delivery.outcome === 'accepted') return 'Accepted.';
  if (delivery.outcome === 'rejected') return `Rejected: ${delivery.words}`;
  return `Not taken now, the sender’s server would try again: ${delivery.words}`;
};

const iso = (mail: KeptMail): string => new Date(mail.sentAt).toISOString();
