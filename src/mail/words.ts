import type { Translator } from '#i18n/translator.ts';
import { plainExcerpt } from '#lib/markdown.ts';
import type { MailBrand } from './brand.ts';
import type { SignInContent, TicketContent } from './content.ts';

/** Everything that a sign-in mail says, for both of its parts. */
export const signInWords = ({ code, email }: SignInContent, brand: MailBrand, { t }: Translator) => ({
  subject: t('mail.signIn.subject', { code, brand: brand.name }),
  preheader: t('mail.signIn.preheader'),
  heading: t('mail.signIn.heading', { brand: brand.name }),
  lead: t('mail.signIn.lead'),
  alternative: t('mail.signIn.alternative'),
  button: t('mail.signIn.button'),
  note: t('mail.signIn.note'),
  footer: t('mail.footerSignIn', { email }),
});

/** Everything that a mail about a ticket says; what a kind does not say is empty. */
export interface TicketWords {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly lead: string;
  readonly badge: string;
  /** What the author did, after their name. */
  readonly did: string;
  readonly button: string;
  readonly note: string;
  readonly footer: string;
  readonly cut: string;
  readonly answerLine: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

export const ticketWords = (content: TicketContent, brand: MailBrand, words: Translator): TicketWords => {
  const number = String(content.number);
  const excerpt = plainExcerpt(content.message ?? '', 120);
  const forAgent = content.kind === 'agent_new_request' || content.kind === 'agent_customer_replied';
  const { t } = words;
  const shared = {
    heading: '',
    lead: '',
    badge: '',
    did: '',
    facts: [],
    subject: t(isFirst(content) ? 'mail.subject' : 'mail.replySubject', { subject: content.subject, number }),
    cut: t(forAgent ? 'mail.cutForAgents' : 'mail.cut'),
    footer: forAgent ? t('mail.footerForAgents', { brand: brand.name }) : t('mail.footer', { number }),
    answerLine: forAgent ? '' : t('mail.answerLine'),
  };
  return forAgent
    ? { ...shared, ...agentWords(content, number, excerpt, words) }
    : { ...shared, ...contactWords(content, number, excerpt, words) };
};

const isFirst = ({ kind }: TicketContent): boolean => kind === 'request_received' || kind === 'agent_new_request';

const contactWords = ({ kind, author }: TicketContent, number: string, excerpt: string, { t }: Translator) => {
  switch (kind) {
    case 'request_received':
      return {
        preheader: t('mail.received.preheader', { number }),
        heading: t('mail.received.heading'),
        lead: t('mail.received.lead', { number }),
        button: t('mail.received.button'),
        note: t('mail.received.note'),
      };
    case 'request_solved':
      return {
        preheader: t('mail.solved.lead', { author, number }),
        badge: t('mail.solved.badge'),
        lead: t('mail.solved.lead', { author, number }),
        button: t('mail.solved.button'),
        note: t('mail.solved.note'),
      };
    default:
      return {
        preheader: t('mail.reply.preheader', { author, excerpt }),
        did: t('mail.reply.did', { number }),
        button: t('mail.reply.button'),
        note: t('mail.reply.note'),
      };
  }
};

const agentWords = (
  { kind, author, account, priority }: TicketContent,
  number: string,
  excerpt: string,
  { t }: Translator,
) => ({
  preheader: t('mail.agent.preheader', { author, excerpt }),
  ...(kind === 'agent_new_request'
    ? { lead: t('mail.agent.newLead', { number }) }
    : { did: t('mail.agent.did', { number }) }),
  button: t('mail.agent.button'),
  note: t('mail.agent.note'),
  facts: [
    ...(kind === 'agent_new_request' ? [[t('mail.agent.from'), author] as const] : []),
    [t('mail.agent.account'), account] as const,
    [t('mail.agent.priority'), priority] as const,
  ],
});
