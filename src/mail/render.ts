import {
  agentCustomerReplied,
  agentNewRequest,
  newReply,
  notice,
  requestReceived,
  requestSolved,
  signIn,
} from '#generated/mails.ts';
import type { Translator } from '#i18n/translator.ts';
import { initials } from '#lib/text.ts';
import { addedWords } from './added-words.ts';
import { addressCodeWords } from './address-words.ts';
import type { MailBrand } from './brand.ts';
import {
  type AddressCodeContent,
  type MailContent,
  type NoticeContent,
  noticeMailKinds,
  type RenderedMail,
  type SignInContent,
  type TicketContent,
} from './content.ts';
import { fileFacts } from './file-facts.ts';
import { type MailHtml, mailHtml, text } from './fill.ts';
import { answerLine, facts, footer, masthead } from './furniture.ts';
import { byteLength, messageHtml } from './message-html.ts';
import { noticeWords } from './notice-words.ts';
import { noticeText, signInText, ticketText } from './plain-text.ts';
import { signInWords, type TicketWords, ticketWords } from './words.ts';

/** Gmail hides what follows; some programs count 1000, some 1024 to the kB. */
const maxHtmlBytes = 102_000;

/** A whole mail in the tenant's brand and the reader's language. */
export const renderMail = (content: MailContent, brand: MailBrand, words: Translator): RenderedMail => {
  if (content.kind === 'sign_in') return renderCode(content, signInWords(content, brand, words), brand, words);
  if (content.kind === 'address_code')
    return renderCode(content, addressCodeWords(content, brand, words), brand, words);
  if (content.kind === 'participant_added')
    return renderNotice(content, addedWords(content, brand, words), brand, words);
  return isNotice(content)
    ? renderNotice(content, noticeWords(content, brand, words), brand, words)
    : renderTicket(content, brand, words);
};

const isNotice = (content: NoticeContent | TicketContent): content is NoticeContent =>
  noticeMailKinds.some((kind) => kind === content.kind);

const renderNotice = (
  content: Pick<NoticeContent, 'link'>,
  said: ReturnType<typeof noticeWords>,
  brand: MailBrand,
  words: Translator,
): RenderedMail => {
  const html = notice({
    ...frame(brand, words, said),
    heading: said.heading,
    lead: said.lead,
    facts: facts([...said.facts]),
    link: content.link,
    button: said.button,
    note: said.note,
  });
  return { subject: said.subject, html, text: noticeText(content.link, brand, said) };
};

const renderCode = (
  content: SignInContent | AddressCodeContent,
  said: ReturnType<typeof signInWords>,
  brand: MailBrand,
  words: Translator,
): RenderedMail => {
  const html = signIn({
    ...frame(brand, words, said),
    heading: said.heading,
    lead: said.lead,
    code: content.code,
    alternative: said.alternative,
    link: content.link,
    button: said.button,
    note: said.note,
  });
  return { subject: said.subject, html, text: signInText(content, brand, said) };
};

const renderTicket = (content: TicketContent, brand: MailBrand, words: Translator): RenderedMail => {
  const said = ticketWords(content, brand, words);
  const brought = [...(content.answers ?? []), ...fileFacts(content, words)];
  const tail = brought.length === 0 ? '' : below(facts(brought)).html;
  const fill = (message: MailHtml) => fillTicket(content, brand, words, said, mailHtml(message.html + tail));
  const pictures = { link: content.link, unnamed: words.t('files.picture') };
  const room = maxHtmlBytes - byteLength(fill(mailHtml(''))) - 500;
  const message =
    content.message === null ? mailHtml('') : readable(messageHtml(content.message, room, pictures), said.cut);
  return { subject: said.subject, html: fill(message), text: ticketText(content, brand, said, brought) };
};

const readable = (message: MailHtml & { cut: boolean }, cutWords: string): MailHtml =>
  message.cut ? mailHtml(`${message.html}<p style="margin:0;font-weight:600">${text(cutWords)}</p>`) : message;

const fillTicket = (
  content: TicketContent,
  brand: MailBrand,
  words: Translator,
  said: TicketWords,
  message: MailHtml,
): string => {
  const common = {
    ...frame(brand, words, said),
    subject: content.subject,
    message,
    link: content.link,
    button: said.button,
    note: said.note,
  };
  const answerable = { ...common, answerLine: answerLine(said.answerLine) };
  const author = { initials: initials(content.author), author: content.author, did: said.did };
  switch (content.kind) {
    case 'request_received':
      return requestReceived({ ...answerable, heading: said.heading, lead: said.lead });
    case 'new_reply':
      return newReply({ ...answerable, ...author });
    case 'request_solved':
      return requestSolved({
        ...answerable,
        badge: said.badge,
        lead: said.lead,
        message: content.message === null ? message : below(message),
      });
    case 'agent_new_request':
      return agentNewRequest({ ...common, lead: said.lead, facts: facts([...said.facts]) });
    case 'agent_customer_replied':
      return agentCustomerReplied({ ...common, ...author, facts: facts([...said.facts]) });
  }
};

const below = (message: MailHtml): MailHtml => mailHtml(`<div style="padding-top:20px">${message.html}</div>`);

const frame = (brand: MailBrand, words: Translator, said: { subject: string; preheader: string; footer: string }) => ({
  lang: words.locale,
  dir: words.dir,
  title: said.subject,
  preheader: said.preheader,
  accent: brand.accent,
  onAccent: brand.onAccent,
  masthead: masthead(brand),
  footer: footer(brand, said.footer),
});
