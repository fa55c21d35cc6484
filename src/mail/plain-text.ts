import { withoutReferences } from '#lib/picture-reference.ts';
import type { MailBrand } from './brand.ts';
import type { SignInContent, TicketContent } from './content.ts';
import { answerLineText } from './furniture.ts';
import type { noticeWords } from './notice-words.ts';
import type { signInWords, TicketWords } from './words.ts';

/** The plain part of a mail with a code: the same words, the code on a line of its own. */
export const signInText = (
  { code, link }: Pick<SignInContent, 'code' | 'link'>,
  brand: MailBrand,
  said: ReturnType<typeof signInWords>,
): string =>
  blocks([
    said.heading,
    said.lead,
    `    ${code}`,
    `${said.alternative}\n${link}`,
    said.note,
    signature(brand, said.footer),
  ]);

/** The plain part of a mail about a ticket; the message stands as it was written, of pictures their names. */
export const ticketText = (
  content: TicketContent,
  brand: MailBrand,
  said: TicketWords,
  brought: readonly (readonly [label: string, value: string])[],
): string =>
  blocks([
    said.answerLine && answerLineText(said.answerLine),
    headline(content, said),
    content.kind === 'request_received' ? '' : content.subject,
    said.facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    content.kind === 'request_received' ? `${content.subject}\n\n${messageOf(content)}` : messageOf(content),
    brought.map(([label, value]) => `${label}: ${value}`).join('\n'),
    `${said.button}: ${content.link}`,
    said.note,
    signature(brand, said.footer),
  ]);

/** The plain part of a mail about somebody's access. */
export const noticeText = (link: string, brand: MailBrand, said: ReturnType<typeof noticeWords>): string =>
  blocks([
    said.heading,
    said.lead,
    said.facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    `${said.button}: ${link}`,
    said.note,
    signature(brand, said.footer),
  ]);

const messageOf = ({ message }: TicketContent): string => withoutReferences(message ?? '');

const headline = ({ author }: TicketContent, said: TicketWords): string =>
  said.lead !== '' && said.heading !== ''
    ? `${said.heading}\n${said.lead}`
    : said.did === ''
      ? said.lead
      : `${author} ${said.did}`;

const signature = (brand: MailBrand, reason: string): string => `-- \n${brand.name} · ${brand.homeUrl}\n${reason}`;

const blocks = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
