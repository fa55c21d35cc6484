/** What a mail is about; the words around it come from the catalogue. */
export type MailContent = SignInContent | TicketContent;

export interface SignInContent {
  readonly kind: 'sign_in';
  /** Six digits. */
  readonly code: string;
  readonly link: string;
  /** The address that was typed. */
  readonly email: string;
}

export interface TicketContent {
  readonly kind: TicketMailKind;
  readonly number: number;
  readonly subject: string;
  /** Who did what the mail tells of. */
  readonly author: string;
  /** Markdown; null where there is nothing but the event. */
  readonly message: string | null;
  readonly link: string;
  /** Names of account and priority: agents' mail shows them. */
  readonly account: string;
  readonly priority: string;
}

export const ticketMailKinds = [
  'request_received',
  'new_reply',
  'request_solved',
  'agent_new_request',
  'agent_customer_replied',
] as const;

export type TicketMailKind = (typeof ticketMailKinds)[number];

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
