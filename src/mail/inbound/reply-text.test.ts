import { describe, expect, it } from 'vitest';
import { replyText } from './reply-text.ts';

const markers = ['Write your answer above this line'];
const answer = 'It works now, thank you.\n\nOne more thing: where is the log?';
const history = `— Write your answer above this line —

Amir Haddad answered your request #1042

CSV export stops at 10 000 rows

Have you tried again?

-- 
Acme · https://help.acme.test/`;
const quote = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
const address = 'reply+04000007000084qzzzzzy3bpfa6tqxvrby00v4j7@in.portico.test';

describe('the answer is told from the mail it answers', () => {
  it.each([
    ['Gmail', `${answer}\n\nOn Sat, Nov 14, 2026 at 9:30 AM Acme <${address}> wrote:\n\n${quote(history)}`],
    [
      'Gmail with a wrapped heading',
      `${answer}\n\nOn Sat, Nov 14, 2026 at 9:30 AM Acme <\n${address}> wrote:\n\n${quote(history)}`,
    ],
    [
      'Gmail in German',
      `${answer}\n\nAm Sa., 14. Nov. 2026 um 09:30 Uhr schrieb Acme <${address}>:\n\n${quote(history)}`,
    ],
    ['Gmail in French', `${answer}\n\nLe sam. 14 nov. 2026 à 09:30, Acme <${address}> a écrit :\n\n${quote(history)}`],
    [
      'Gmail in a language nobody listed',
      `${answer}\n\n2026. nov. 14. 9:30 Acme <${address}> ezt írta:\n\n${quote(history)}`,
    ],
    [
      'a person who leaves no line free',
      `${answer}\nOn Sat, Nov 14, 2026 at 9:30 AM Acme <${address}> wrote:\n\n${quote(history)}`,
    ],
    ['Apple Mail', `${answer}\n\n> On 14. Nov 2026, at 09:30, Acme <${address}> wrote:\n> \n${quote(history)}`],
    [
      'Outlook',
      `${answer}\n\n________________________________\nFrom: Acme <${address}>\nSent: Saturday, November 14, 2026 9:30 AM\nTo: Nora <nora@northwind.test>\nSubject: Re: CSV export [#1042]\n\n${history}`,
    ],
    [
      'Outlook in Swedish',
      `${answer}\n\nFrån: Acme <${address}>\nSkickat: den 14 november 2026 09:30\nTill: Nora <nora@northwind.test>\nÄmne: Re: CSV export [#1042]\n\n${history}`,
    ],
    ['a program without a heading', `${answer}\n\n${history}`],
    [
      'a program that drops our line',
      `${answer}\n\nOn Sat, Nov 14, 2026 at 9:30 AM Acme <a@b.test> wrote:\n> Have you tried again?`,
    ],
  ])('%s', (_, body) => {
    for (const text of [body, body.replaceAll('\n', '\r\n')]) {
      const found = replyText(text, markers);
      expect(found.text).toBe(answer);
      expect(found.quoted).toContain('Have you tried again?');
    }
  });

  it('without the signature of a phone', () => {
    expect(replyText(`${answer}\n\nSent from my iPhone\n\n${history}`, markers).text).toBe(answer);
  });
});

describe('no word is lost', () => {
  it('when the answer stands below the quoted mail', () => {
    const body = `On Sat, Acme <${address}> wrote:\n${quote(history)}\n\n${answer}`;
    expect(replyText(body, markers).text).toContain(answer);
  });

  it('when answers stand between quoted lines', () => {
    const body =
      'See below.\n\nOn Sat, Acme <a@b.test> wrote:\n> Which version?\n\n4.2, since Monday.\n\n> On which machine?\n\nAll of them.';
    expect(replyText(body, markers)).toEqual({ text: body, quoted: '' });
  });

  it('when folding would leave nothing', () => {
    for (const body of [quote('Only a quote'), 'Cheers', '-- \nNora', history]) {
      expect(replyText(body, markers).text).not.toBe('');
      expect(replyText(body, markers).quoted).toBe('');
    }
  });

  it('when lines look like a heading but are the person’s own', () => {
    const body = `Please add these people:\nName: Nils\nRole: admin\n\n${history}`;
    expect(replyText(body, markers).text).toBe('Please add these people:\nName: Nils\nRole: admin');
  });

  it('when the answer is longer than the parser may read', () => {
    const long = 'word '.repeat(9_000).trim();
    expect(replyText(`${long}\n\n${history}`, markers).text).toBe(long);
  });
});

// Takes a fifth of a second; a quadratic expression takes minutes.
it('hostile text is cheap', { timeout: 10_000 }, () => {
  const shapes = [
    '\n',
    ' ',
    '\t\n',
    '>',
    '> \n',
    '-',
    '-\n',
    '_',
    'On ',
    'On a\n',
    'Am x ',
    'Op a\n',
    'From: [',
    'a@b.c\n',
    'W dniu ',
    '在',
    'den. ',
    '20260',
    '\u00a0\n',
    'On a b wrote\n',
    'a',
    'a.',
    ' a@b ',
  ];
  for (const shape of shapes) {
    for (const size of [200_000, 19_000]) {
      const filler = shape.repeat(Math.floor(size / shape.length));
      expect(replyText(`x\n${filler}\ny`, markers).text).toContain('x');
      expect(replyText(`${filler}y\n> Write your answer above this line`, markers).text).not.toBe('');
      expect(replyText(`x\n\n${filler}:\n— Write your answer above this line —`, markers).text).toContain('x');
    }
  }
});
