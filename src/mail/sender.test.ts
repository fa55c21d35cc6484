import { describe, expect, it } from 'vitest';
import { type OutgoingMail, type ServiceMail, sendMail } from './sender.ts';

const mail: OutgoingMail = {
  to: 'nora@northwind.test',
  from: { email: 'no-reply@in.portico.test', name: 'Acme' },
  replyTo: 'reply+x@in.portico.test',
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
  automatic: null,
  references: [],
  tenantId: 'ten_1',
  outboxId: 'out_1',
};

const sent = async (change: Partial<OutgoingMail> = {}): Promise<ServiceMail> => {
  const taken: ServiceMail[] = [];
  const service = { send: async (each: ServiceMail) => ({ messageId: `<${taken.push(each)}@in.portico.test>` }) };
  expect(await sendMail(service, { ...mail, ...change })).toEqual({ ok: true, messageId: '<1@in.portico.test>' });
  const [only] = taken;
  if (!only) throw new Error('nothing was sent');
  return only;
};

const failing = (error: unknown) => sendMail({ send: () => Promise.reject(error) }, mail);

describe('what goes out', () => {
  it('is marked, so that neither doubles nor loops go unnoticed', async () => {
    expect((await sent()).headers).toEqual({ 'X-Portico-Loop': 'ten_1', 'X-Portico-Outbox': 'out_1' });
    const signIn = await sent({ automatic: 'auto-generated', outboxId: null });
    expect(signIn.headers).toEqual({ 'X-Portico-Loop': 'ten_1', 'Auto-Submitted': 'auto-generated' });
  });

  it('threads with the mails before it', async () => {
    const { headers } = await sent({ references: ['<a@m.test>', 'b@m.test'] });
    expect(headers).toMatchObject({ 'In-Reply-To': '<b@m.test>', References: '<a@m.test> <b@m.test>' });
    const many = await sent({ references: Array.from({ length: 500 }, (_, index) => `<${index}@mail.test>`) });
    expect(many.headers['References']?.length).toBeLessThan(2048);
    expect(many.headers['References']).toMatch(/^<0@mail.test> .*<499@mail.test>$/);
  });

  it('cannot be given more headers or another sender by a name or subject', async () => {
    const hostile = 'A\r\nBcc: x@evil.test\u202e\u0000 "b" <c@evil.test>';
    const { subject, from, headers } = await sent({
      subject: hostile,
      from: { ...mail.from, name: hostile },
      references: ['<a@m.test>\r\nBcc: x@evil.test'],
    });
    for (const value of [subject, from.name, ...Object.values(headers)]) expect(value).not.toMatch(/[\r\n\0\u202e]/);
    expect(from.name).toBe('A Bcc: x@evil.test b c@evil.test');
    expect((await sent({ subject: 'x'.repeat(1000) })).subject).toHaveLength(250);
  });
});

describe('what the service refuses', () => {
  it.each(['E_RECIPIENT_SUPPRESSED', 'E_VALIDATION_ERROR', 'E_HEADER_NOT_ALLOWED', 'E_CONTENT_TOO_LARGE'])(
    '%s is final',
    async (code) => {
      expect(await failing(Object.assign(new Error('no'), { code }))).toMatchObject({
        ok: false,
        permanent: true,
        code,
      });
      expect(await failing(new Error(`${code}: no`))).toMatchObject({ permanent: true, code });
    },
  );

  it.each(['E_RATE_LIMIT_EXCEEDED', 'E_INTERNAL_SERVER_ERROR', 'E_DELIVERY_FAILED', 'E_SOMETHING_NEW'])(
    '%s is tried again',
    async (code) => {
      expect(await failing(Object.assign(new Error('no'), { code }))).toMatchObject({
        ok: false,
        permanent: false,
        code,
      });
    },
  );

  it('a lost connection is tried again, a spent day later', async () => {
    expect(await failing(new TypeError('Network connection lost'))).toMatchObject({
      permanent: false,
      code: 'unknown',
    });
    expect(await failing('odd')).toMatchObject({ permanent: false });
    expect(await failing(new Error('E_DAILY_LIMIT_EXCEEDED'))).toMatchObject({
      permanent: false,
      retryAfterSeconds: 3600,
    });
  });
});
