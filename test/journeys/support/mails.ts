import { askServer } from './ask-server.ts';
import { agentHost } from './places.ts';

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
}

export interface SignInMail extends Mail {
  readonly code: string;
  /** The path of the link, on the host where it was asked for. */
  readonly link: string;
}

/** Mails to an address, newest first; without one, all. */
export async function mails(to?: string): Promise<readonly Mail[]> {
  const { text } = await askServer(agentHost, `/dev/mailbox.json${to ? `?to=${encodeURIComponent(to)}` : ''}`);
  const { messages }: { messages: readonly Mail[] } = JSON.parse(text);
  return messages;
}

/** The sign-in mails to an address, newest first; without one, all. */
export async function signInMails(to?: string): Promise<readonly SignInMail[]> {
  return (await mails(to)).filter(({ text }) => text.includes('/sign-in/link/')).map(readSignIn);
}

function readSignIn(mail: Mail): SignInMail {
  const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1];
  const link = /https?:\/\/[^/]+(\/sign-in\/link\/\S+)/.exec(mail.text)?.[1];
  if (!code || !link) throw new Error('The sign-in mail has no code or no link.');
  return { ...mail, code, link };
}
