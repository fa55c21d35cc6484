import type { Translator } from '#i18n/translator.ts';
import { mailableName } from '#lib/mailable-name.ts';
import type { MailBrand } from './brand.ts';
import type { AddedContent } from './content.ts';

/**
 * What somebody reads who was put on a request. Anybody may be, and nobody has
 * proven the address: so of what people wrote it gets names alone, such as read
 * like names, and not even the request's subject (relay spam: SECURITY §1.9.6).
 */
export const addedWords = (content: AddedContent, { name: brand }: Pick<MailBrand, 'name'>, { t }: Translator) => {
  const number = String(content.number);
  const [author, account] = [mailableName(content.author), mailableName(content.account)];
  const heading =
    author === '' ? t('mail.added.heading', { number }) : t('mail.added.headingBy', { name: author, number });
  return {
    subject: t('mail.added.subject', { number, brand }),
    preheader: heading,
    heading,
    lead: t('mail.added.lead', { brand }),
    facts: account === '' ? [] : [[t('mail.invited.workspace'), account] as const],
    button: t('mail.added.button'),
    note: t('mail.added.note'),
    footer: t('mail.added.footer', { number }),
  };
};
