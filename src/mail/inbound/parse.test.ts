import { describe, expect, it } from 'vitest';
import { bytes, honestResults, type RawMail, rawMail, trace } from './fixtures/mail.ts';
import { parseMail } from './parse.ts';

const envelope = { from: 'nora@northwind.test', to: 'reply+abc@in.portico.test' };
const parse = (mail: RawMail = {}) => parseMail(bytes(rawMail(mail)), envelope, 'in.portico.test');

describe('a mail from a person', () => {
  it('says who wrote what, in answer to what', async () => {
    const mail = await parse({
      fields: [
        'In-Reply-To: <b@mail.test>',
        'References: <a@mail.test>\r\n <b@mail.test>',
        'Content-Type: text/plain; charset=utf-8',
      ],
      body: 'Grüße 👋\n',
    });
    expect(mail).toMatchObject({
      from: 'nora@northwind.test',
      authenticated: true,
      automatic: null,
      messageId: 'reply-1@northwind.test',
      references: ['b@mail.test', 'a@mail.test'],
      subject: 'Re: Export [#1042]',
      fault: null,
    });
    expect(mail.text.trim()).toBe('Grüße 👋');
  });

  it('is decoded: other character sets, quoted-printable, base64, flowed lines', async () => {
    const quoted = await parse({
      fields: ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable'],
      body: 'Gr=FC=DFe, ein l=\nanges Wort',
    });
    expect(quoted.text.trim()).toBe('Grüße, ein langes Wort');
    const base64 = await parse({
      fields: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      body: btoa('Hello'),
    });
    expect(base64.text.trim()).toBe('Hello');
    const flowed = await parse({ fields: ['Content-Type: text/plain; format=flowed'], body: 'one \ntwo\nthree' });
    expect(flowed.text.trim()).toBe('one two\nthree');
  });

  it('is its text part, not its HTML, its attachments or the mail it forwards', async () => {
    const body = [
      '--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nplain words\n--a\nContent-Type: text/html\n\n<p>html words</p>\n--a--',
      '--m\nContent-Type: text/plain; name=log.txt\nContent-Disposition: attachment; filename=log.txt\n\nlog words',
      '--m\nContent-Type: message/rfc822\n\nFrom: x@y.test\nSubject: z\n\nforwarded words\n--m--',
    ].join('\n');
    const mail = await parse({ fields: ['Content-Type: multipart/mixed; boundary=m'], body });
    expect(mail.text.trim()).toBe('plain words');
  });

  it('has no text where only HTML was sent', async () => {
    expect((await parse({ fields: ['Content-Type: text/html'], body: '<p>hi</p>' })).text).toBe('');
  });
});

describe('who wrote it', () => {
  it.each([
    ['two From fields', { fields: ['From: evil@evil.test', 'Content-Type: text/plain'] }],
    ['two addresses', { from: 'nora@northwind.test, evil@evil.test' }],
    ['a group', { from: 'all: nora@northwind.test, evil@evil.test;' }],
    ['none', { from: 'Nora' }],
  ])('is unknown with %s', async (_, mail) => {
    expect(await parse({ trace: trace(honestResults('northwind.test')), ...mail })).toMatchObject({
      from: null,
      authenticated: false,
      fault: 'no_from',
    });
  });

  it('is the address, not a name that looks like one', async () => {
    const mail = await parse({
      from: '"nora@northwind.test" <evil@evil.test>',
      trace: trace(honestResults('northwind.test')),
    });
    expect(mail).toMatchObject({ from: 'evil@evil.test', authenticated: false });
  });
});

describe('one mail has one key', () => {
  it('however it was delivered', async () => {
    const again = trace(honestResults('northwind.test')).map((field) => field.replace('8H2k9sQ0', 'other'));
    const [first, second, upper] = await Promise.all([
      parse(),
      parse({ trace: again }),
      parseMail(bytes(rawMail()), { ...envelope, to: envelope.to.toUpperCase() }, 'in.portico.test'),
    ]);
    expect(second.dedupeKey).toBe(first.dedupeKey);
    expect(upper.dedupeKey).toBe(first.dedupeKey);
  });

  it('and another mail another', async () => {
    const keys = await Promise.all([
      parse(),
      parse({ messageId: '<reply-2@northwind.test>' }),
      parse({ from: 'nils@northwind.test' }),
      parseMail(bytes(rawMail()), { ...envelope, to: 'reply+abd@in.portico.test' }, 'in.portico.test'),
      parse({ messageId: '' }),
      parse({ messageId: '', body: 'Other words' }),
    ]);
    expect(new Set(keys.map((mail) => mail.dedupeKey)).size).toBe(keys.length);
  });

  it('by its words where it has no Message-ID', async () => {
    const [first, second] = await Promise.all([parse({ messageId: '' }), parse({ messageId: '', trace: [] })]);
    expect(first.dedupeKey).toBe(second.dedupeKey);
  });
});

describe('what is too much is refused before it costs anything', () => {
  const nested = (depth: number): string =>
    depth === 0
      ? 'Content-Type: text/plain\n\nx'
      : `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${nested(depth - 1)}\n--b${depth}--`;

  it.each([
    ['25 MiB', 'too_large', { body: 'x'.repeat(26 * 1024 * 1024) }],
    ['the header', 'bad_header', { fields: [`X-Long: ${'a'.repeat(300_000)}`] }],
    ['lines', 'too_complex', { body: '\n'.repeat(400_001) }],
    ['parts', 'too_complex', { fields: ['Content-Type: multipart/mixed; boundary=b'], body: '--b\n\nx\n'.repeat(101) }],
    [
      'boundaries',
      'too_complex',
      {
        fields: ['Content-Type: multipart/mixed; boundary=b'],
        body: '--b\nContent-Type: multipart/mixed; boundary = (c) "d"\n\n'.repeat(401),
      },
    ],
    ['depth', 'unreadable', { fields: [`X-A: b\r\n${nested(12).replace(/\n/, '\r\n')}`] }],
  ])('%s', async (_, fault, mail) => {
    expect((await parse(mail)).fault).toBe(fault);
  });

  it('no mail makes it throw', async () => {
    for (const raw of [
      '',
      '\r\n',
      'x',
      'From: a\0b\r\n\r\n',
      'Content-Type: multipart/mixed\r\n\r\n--',
      'From: =?utf-8?q?=?=\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n\xff',
    ]) {
      const mail = await parseMail(bytes(raw), envelope, 'in.portico.test');
      expect(mail.authenticated).toBe(false);
      expect(mail.dedupeKey).not.toBe('');
    }
  });

  it('at most 100 references are looked at, the newest first', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `<${index}@a.test>`).join('\r\n ');
    const { references } = await parse({ fields: [`References: ${ids}`] });
    expect(references).toHaveLength(100);
    expect(references[0]).toBe('149@a.test');
  });
});
