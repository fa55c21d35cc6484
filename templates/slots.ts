/**
 * What may be put into a layout when a mail is sent. `text` and `url` are
 * escaped, `color` must be #rrggbb, `html` is ready-made (MailHtml).
 */
export type SlotKind = 'text' | 'url' | 'color' | 'html';
export type Slots = Readonly<Record<string, SlotKind>>;
/** A layout's view of its slots: tokens, which the build turns into code. */
export type Filled<S extends Slots> = Readonly<Record<keyof S, string>>;

/** What every mail has around its own words. */
export const frameSlots = {
  lang: 'text',
  dir: 'text',
  title: 'text',
  preheader: 'text',
  accent: 'color',
  onAccent: 'color',
  masthead: 'html',
  footer: 'html',
} as const satisfies Slots;

/** What every mail about a ticket has besides. */
export const ticketSlots = {
  ...frameSlots,
  subject: 'text',
  message: 'html',
  link: 'url',
  button: 'text',
  note: 'text',
} as const satisfies Slots;

/** Mail that can be answered begins with a line that marks where our own words start. */
export const answerSlots = { answerLine: 'html' } as const satisfies Slots;

/** Who wrote, beside a disc with the initials. */
export const authorSlots = { initials: 'text', author: 'text', did: 'text' } as const satisfies Slots;
