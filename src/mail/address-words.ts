import type { Translator } from '#i18n/translator.ts';
import type { MailBrand } from './brand.ts';
import type { AddressCodeContent, NoticeContent } from './content.ts';

/** What the mail with the code for a further address says. */
export const addressCodeWords = (
  { code, email }: AddressCodeContent,
  { name: brand }: MailBrand,
  { t }: Translator,
) => ({
  subject: t('mail.addressCode.subject', { code, brand }),
  preheader: t('mail.addressCode.preheader', { brand }),
  heading: t('mail.addressCode.heading'),
  lead: t('mail.addressCode.lead', { brand }),
  alternative: t('mail.addressCode.alternative'),
  button: t('mail.addressCode.button'),
  note: t('mail.addressCode.note'),
  footer: t('mail.addressCode.footer', { email, brand }),
});

const changes = { address_added: 'added', address_removed: 'removed', address_main: 'main' } as const;

/** What the main address is told of a change. It names no other address: who reads there may be another by now. */
export const addressWords = (
  kind: keyof typeof changes,
  { email }: Pick<NoticeContent, 'email'>,
  { name: brand }: Pick<MailBrand, 'name'>,
  { t }: Translator,
) => {
  const subject = t(`mail.address.${changes[kind]}.subject`, { brand });
  const lead = t(`mail.address.${changes[kind]}.lead`, { brand });
  return {
    subject,
    preheader: lead,
    heading: subject,
    lead,
    facts: [[t('mail.invited.address'), email] as const],
    button: t('mail.address.button'),
    note: t('mail.address.note'),
    footer: t('mail.address.footer', { email, brand }),
  };
};
