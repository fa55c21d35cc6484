/** HTML with inline styles, safe in a mail as it stands; made by `mailHtml` alone. */
export interface MailHtml {
  readonly html: string;
}

/** Marks HTML as safe: the caller answers for it. */
export const mailHtml = (html: string): MailHtml => ({ html });

/** Text for an element or a quoted attribute. */
export const text = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** An absolute http(s) or mailto address for a quoted attribute; anything else throws. */
export const url = (value: string): string => {
  if (!/^(https?:\/\/|mailto:)[^\s]+$/i.test(value) || !URL.canParse(value))
    throw new Error('A mail may link only to http, https and mailto');
  return text(value);
};

/** A colour as #rrggbb. It also stands unquoted (Outlook's button), so nothing else will do. */
export const color = (value: string): string => {
  if (!/^#[0-9a-f]{6}$/i.test(value)) throw new Error('A colour in a mail must be #rrggbb');
  return value;
};

export const html = (value: MailHtml): string => value.html;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
