import { DurableObject } from 'cloudflare:workers';
import * as z from 'zod';
import type { ServiceMail } from '#mail/sender.ts';

/** A mail as its receiver has it. */
export interface KeptMail {
  readonly id: string;
  readonly to: string;
  /** `Name <address>` */
  readonly from: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With the Message-ID that the service gave. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds UTC. */
  readonly sentAt: number;
}

const most = 1000;

/** Where mail goes while Portico runs on one machine: one object that keeps the newest thousand. */
export class Mailbox extends DurableObject<unknown> {
  private readonly sql: SqlStorage;

  constructor(state: DurableObjectState, env: unknown) {
    super(state, env);
    this.sql = state.storage.sql;
    this.sql.exec(
      'CREATE TABLE IF NOT EXISTS mails (id INTEGER PRIMARY KEY, recipient TEXT NOT NULL, mail TEXT NOT NULL)',
    );
    this.sql.exec('CREATE INDEX IF NOT EXISTS mails_of_a_recipient ON mails (recipient, id)');
    this.sql.exec('CREATE TABLE IF NOT EXISTS failures (id INTEGER PRIMARY KEY, code TEXT NOT NULL)');
  }

  /** Takes a mail as the service would; gives its Message-ID, or the code of a failure that was asked for. */
  keep(mail: ServiceMail, now: number): { messageId: string } | { code: string } {
    const failure = this.sql
      .exec<{ code: string }>('DELETE FROM failures WHERE id = (SELECT MIN(id) FROM failures) RETURNING code')
      .toArray()[0];
    if (failure) return { code: failure.code };
    const messageId = `<${crypto.randomUUID()}@${mail.from.email.split('@')[1] ?? 'localhost'}>`;
    const kept: Omit<KeptMail, 'id'> = {
      ...mail,
      from: `${mail.from.name} <${mail.from.email}>`,
      headers: { ...mail.headers, 'Message-ID': messageId },
      sentAt: now,
    };
    this.sql.exec('INSERT INTO mails (recipient, mail) VALUES (?, ?)', mail.to.toLowerCase(), JSON.stringify(kept));
    this.sql.exec('DELETE FROM mails WHERE id <= (SELECT MAX(id) FROM mails) - ?', most);
    return { messageId };
  }

  /** Newest first; of one address, or all. */
  list(to: string | null, limit = most): KeptMail[] {
    const rows = this.sql.exec<{ id: number; mail: string }>(
      'SELECT id, mail FROM mails WHERE ?1 IS NULL OR recipient = ?1 ORDER BY id DESC LIMIT ?2',
      to?.toLowerCase() ?? null,
      limit,
    );
    return rows.toArray().map(({ id, mail }) => ({ ...JSON.parse(mail), id: String(id) }));
  }

  one(id: string): KeptMail | null {
    const row = this.sql.exec<{ mail: string }>('SELECT mail FROM mails WHERE id = ?', Number(id)).toArray()[0];
    return row ? { ...JSON.parse(row.mail), id } : null;
  }

  /** For tests: the next sends fail with these codes, in this order. No address leads here. */
  failNext(codes: readonly string[]): void {
    for (const code of codes) this.sql.exec('INSERT INTO failures (code) VALUES (?)', code);
  }
}

export interface MailboxEnv {
  readonly MAILBOX: DurableObjectNamespace<Mailbox>;
}

export const openMailbox = (env: MailboxEnv): DurableObjectStub<Mailbox> => env.MAILBOX.getByName('mailbox');

/** Stands in for the send-email binding: same call, same answers, but nothing leaves the machine. */
export const mailboxSender = (env: MailboxEnv): SendEmail => ({
  async send(mail: unknown) {
    const parsed = taken.safeParse(mail);
    const kept = parsed.success ? await openMailbox(env).keep(parsed.data, Date.now()) : { code: 'E_VALIDATION_ERROR' };
    if ('code' in kept)
      throw Object.assign(new Error(`${kept.code}: the mailbox did not take it`), { code: kept.code });
    return kept;
  },
});

const address = z.string().regex(/^[^\s@<>,]+@[^\s@<>,]+$/);
/** What the service takes of what we send: one recipient, no line ends in what becomes a header. */
const taken: z.ZodType<ServiceMail> = z.strictObject({
  to: address,
  from: z.strictObject({ email: address, name: z.string() }),
  replyTo: address,
  subject: z.string().max(998),
  html: z.string(),
  text: z.string(),
  headers: z.record(
    z.string().regex(/^(In-Reply-To|References|Auto-Submitted|X-[A-Za-z-]+)$/),
    z
      .string()
      .max(2048)
      .regex(/^[^\r\n]*$/),
  ),
});
