import { describe, expect, it } from 'vitest';
import { translator } from '#i18n/translator.ts';
import type { MailBrand } from './brand.ts';
import {
  type MailContent,
  type NoticeContent,
  noticeMailKinds,
  type TicketContent,
  type TicketMailKind,
} from './content.ts';
import { byteLength } from './message-html.ts';
import { renderMail } from './render.ts';
import { unsafeCss } from './safe-css.ts';

const words = translator('en');
const brand: MailBrand = {
  name: 'Acme',
  accent: '#5b3df5',
  onAccent: '#ffffff',
  logoUrl: 'https://help.acme.test/brand/logo.png',
  homeUrl: 'https://help.acme.test/',
  footerLinks: [{ label: 'Terms & privacy', url: 'https://acme.test/terms?a=1&b=2' }],
};
const kinds: readonly TicketMailKind[] = [
  'request_received',
  'new_reply',
  'request_solved',
  'agent_new_request',
  'agent_customer_replied',
];
const markdown =
  '# Title\n\nText **bold** `code` [link](https://acme.test/?a=1&b=2)\n\n- one\n- two\n\n> quoted\n\n```\npre\n```\n\n---\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |';
const ticket = (kind: TicketMailKind, change: Partial<TicketContent> = {}): TicketContent => ({
  kind,
  number: 1042,
  subject: 'Export <stops>',
  author: 'Amir & Co "Haddad"',
  message: markdown,
  link: 'https://help.acme.test/requests/1042',
  account: 'Northwind',
  priority: 'High',
  ...change,
});
const signIn: MailContent = {
  kind: 'sign_in',
  code: '048213',
  link: 'https://help.acme.test/sign-in/link/TOKEN',
  email: 'nora@northwind.test',
};
const notices = noticeMailKinds.map(
  (kind): NoticeContent => ({
    kind,
    email: 'new@northwind.test',
    account: 'Northwind <GmbH>',
    inviter: 'Nora Meier',
    asker: 'asker@northwind.test',
    link: 'https://help.acme.test/invitations/TOKEN',
  }),
);
const added: MailContent = {
  kind: 'participant_added',
  number: 1042,
  author: 'Nora Meier',
  account: 'Northwind <GmbH>',
  link: 'https://help.acme.test/r/TOKEN',
};
const all = [
  signIn,
  added,
  ...notices,
  ...kinds.map((kind) => ticket(kind)),
  ticket('request_solved', { message: null }),
];

describe('every mail', () => {
  it.each(all.map((content) => [content.kind, content] as const))(
    '%s uses only CSS from the safe set',
    (_, content) => {
      expect(unsafeCss(renderMail(content, brand, words).html)).toEqual([]);
    },
  );

  it.each(kinds)('%s stays within 102 kB with the longest message, and says what is missing', (kind) => {
    for (const message of [
      'word '.repeat(10_000),
      '**b** '.repeat(8_000),
      '語'.repeat(50_000),
      `${'> '.repeat(40)}x\n\n`.repeat(500),
    ]) {
      const mail = renderMail(ticket(kind, { message }), brand, words);
      expect(byteLength(mail.html)).toBeLessThanOrEqual(102_000);
      expect(mail.text).toContain(message.trim().slice(-20));
    }
    expect(renderMail(ticket(kind, { message: '語 '.repeat(25_000) }), brand, words).html).toContain(
      'This message is long.',
    );
  });

  it('is built of tables for presentation, and says the brand where images are off', () => {
    for (const content of all) {
      const { html } = renderMail(content, brand, words);
      expect(html.match(/<table(?![^>]*role="presentation")(?![^>]*border-collapse)/g)).toBeNull();
      expect(html).toMatch(/<img[^>]+alt="Acme"/);
      expect(html).toContain('lang="en"');
    }
  });

  it('has no slot left unfilled and nobody’s text as markup', () => {
    for (const content of all) {
      const { html } = renderMail(content, brand, words);
      expect(html).not.toMatch(/xq[a-z]+qx|undefined|\[object/i);
      expect(html).not.toContain('<stops>');
    }
    const { html } = renderMail(ticket('new_reply', { message: '<img src=x onerror=alert(1)>' }), brand, words);
    expect(html).not.toContain('<img src=x');
  });

  it('refuses an accent that is not a colour and a link that is not one', () => {
    expect(() => renderMail(signIn, { ...brand, accent: 'red><x' }, words)).toThrow();
    expect(() => renderMail({ ...signIn, link: 'javascript:alert(1)' }, brand, words)).toThrow();
  });
});

it('the list of safe CSS refuses what is not on it', () => {
  const bad = ['display:flex', 'margin:1em', 'position:absolute', 'width:50vw'];
  expect(unsafeCss(`<p style="color:#fff;${bad.join(';')}"><style>@media print { }</style>`)).toEqual([
    ...bad,
    '@media print',
  ]);
});

describe('the sign-in mail', () => {
  it('holds code and link in both parts, and the code in one piece', () => {
    const mail = renderMail(signIn, brand, words);
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain('048213');
      expect(part).toContain('https://help.acme.test/sign-in/link/TOKEN');
    }
  });
});

describe('mail about a ticket', () => {
  it('shows the message as it was written in the plain part', () => {
    for (const kind of kinds) expect(renderMail(ticket(kind), brand, words).text).toContain(markdown);
  });

  it('threads by its subject, with the number as written in the portal', () => {
    expect(renderMail(ticket('request_received'), brand, words).subject).toBe('Export <stops> [#1042]');
    expect(renderMail(ticket('new_reply'), brand, words).subject).toBe('Re: Export <stops> [#1042]');
  });

  it('asks contacts to answer above a line, and agents to answer in the app', () => {
    const line = '— Write your answer above this line —';
    for (const kind of kinds) {
      const { html, text } = renderMail(ticket(kind), brand, words);
      const answerable = !kind.startsWith('agent_');
      expect([html.includes(line), text.startsWith(line)]).toEqual([answerable, answerable]);
      expect(text.includes('answer in the agent app')).toBe(!answerable);
    }
  });
});
