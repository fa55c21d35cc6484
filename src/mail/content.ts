/** What a mail is about; the words around it come from the catalogue. */
export type MailContent = SignInContent | AddressCodeContent | TicketContent | AddedContent | NoticeContent;

export interface SignInContent {
  readonly kind: 'sign_in';
  /** Six digits. */
  readonly code: string;
  readonly link: string;
  /** The address that was typed. */
  readonly email: string;
}

export interface AddressCodeContent {
  readonly kind: 'address_code';
  /** Six digits. */
  readonly code: string;
  /** To the page that takes it; opens nothing by itself. */
  readonly link: string;
  /** The address that it proves. */
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
  /** What was answered to the form that opened it, in words. */
  readonly answers?: readonly (readonly [label: string, value: string])[];
  /** Names of the message's files. */
  readonly files?: readonly string[];
}

export const ticketMailKinds = [
  'request_received',
  'new_reply',
  'request_solved',
  'agent_new_request',
  'agent_customer_replied',
] as const;

export type TicketMailKind = (typeof ticketMailKinds)[number];

/** To somebody who was put on a request. */
export interface AddedContent {
  readonly kind: 'participant_added';
  readonly number: number;
  /** Who put them there; may be empty. */
  readonly author: string;
  readonly account: string;
  readonly link: string;
}

/** All mail that hangs on a ticket. */
export const letterKinds = [...ticketMailKinds, 'participant_added'] as const;

/** Mail about somebody's access or addresses. What is empty is not said. */
export interface NoticeContent {
  readonly kind: NoticeMailKind;
  /** Whom the mail goes to. */
  readonly email: string;
  readonly account: string;
  readonly inviter: string;
  /** The address of who asks for access. */
  readonly asker: string;
  readonly link: string;
}

export const noticeMailKinds = [
  'invitation',
  'agent_invitation',
  'access_requested',
  'access_granted',
  'address_added',
  'address_removed',
  'address_main',
] as const;

export type NoticeMailKind = (typeof noticeMailKinds)[number];

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}
