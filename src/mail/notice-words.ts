import type { Translator } from '#i18n/translator.ts';
import { addressWords } from './address-words.ts';
import type { MailBrand } from './brand.ts';
import type { NoticeContent } from './content.ts';

type Facts = readonly (readonly [label: string, value: string])[];

/** Everything that a mail about somebody's access says, for both of its parts. */
export const noticeWords = (content: NoticeContent, { name: brand }: MailBrand, words: Translator) => {
  const { t } = words;
  const { kind, email, account, inviter, asker } = content;
  const invitedBy = [t('mail.invited.by'), inviter] as const;
  const workspace = [t('mail.invited.workspace'), account] as const;
  const address = [t('mail.invited.address'), email] as const;
  switch (kind) {
    case 'invitation':
      return {
        subject: t('mail.invited.subject', { brand }),
        preheader: t('mail.invited.lead'),
        heading: t('mail.invited.heading', { brand }),
        lead: t('mail.invited.lead'),
        facts: facts(invitedBy, workspace, address),
        button: t('mail.invited.button'),
        note: t('mail.invited.note'),
        footer: t('mail.invited.footer', { email, brand }),
      };
    case 'agent_invitation':
      return {
        subject: t('mail.invitedAgent.subject', { brand }),
        preheader: t('mail.invitedAgent.lead', { brand }),
        heading: t('mail.invitedAgent.heading', { brand }),
        lead: t('mail.invitedAgent.lead', { brand }),
        facts: facts(invitedBy, address),
        button: t('mail.invited.button'),
        note: t('mail.invited.note'),
        footer: t('mail.invited.footer', { email, brand }),
      };
    case 'access_requested':
      return {
        subject: t('mail.asked.subject', { account }),
        preheader: t('mail.asked.lead'),
        heading: t('mail.asked.heading', { account }),
        lead: t('mail.asked.lead'),
        facts: facts([t('mail.asked.who'), asker], workspace),
        button: t('mail.asked.button'),
        note: t('mail.asked.note'),
        footer: t('mail.asked.footer', { account, brand }),
      };
    case 'address_added':
    case 'address_removed':
    case 'address_main':
      return addressWords(kind, content, { name: brand }, words);
    case 'access_granted':
      return {
        subject: t('mail.granted.subject', { brand }),
        preheader: t('mail.granted.lead', { account }),
        heading: t('mail.granted.heading', { brand }),
        lead: t('mail.granted.lead', { account }),
        facts: facts(workspace, address),
        button: t('mail.granted.button'),
        note: t('mail.granted.note'),
        footer: t('mail.granted.footer', { brand }),
      };
  }
};

const facts = (...rows: Facts): Facts => rows.filter(([, value]) => value !== '');
