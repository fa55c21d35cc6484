import { expect, it } from 'vitest';
import { automaticReason } from './automatic.ts';
import { bytes, rawMail } from './fixtures/mail.ts';
import { headerBlock } from './header-block.ts';

const reasonOf = (field: string, envelopeFrom = 'nora@northwind.test', from = 'nora@northwind.test') =>
  automaticReason(headerBlock(bytes(rawMail({ fields: [field] }))) ?? [], {
    from,
    envelopeFrom,
    ownDomain: 'in.portico.test',
  });

it.each([
  ['Auto-Submitted: auto-replied', 'auto_submitted'],
  ['Auto-Submitted: auto-generated (vacation)', 'auto_submitted'],
  ['AUTO-SUBMITTED: Auto-Notified', 'auto_submitted'],
  ['Precedence: bulk', 'precedence'],
  ['Precedence: Auto_Reply', 'precedence'],
  ['List-Id: <news.acme.test>', 'list'],
  ['List-Unsubscribe: <https://acme.test/u>', 'list'],
  ['X-Autoreply: yes', 'auto_response'],
  ['X-Portico-Loop: ten_x', 'own_mail'],
  ['Content-Type: multipart/report; report-type=delivery-status; boundary=x', 'report'],
])('%s is automatic', (field, reason) => {
  expect(reasonOf(field)).toBe(reason);
});

it('bounces, robots and our own addresses are automatic', () => {
  expect(reasonOf('X-A: b', '')).toBe('no_sender');
  expect(reasonOf('X-A: b', '<>')).toBe('no_sender');
  expect(reasonOf('X-A: b', 'MAILER-DAEMON@northwind.test')).toBe('robot');
  expect(reasonOf('X-A: b', 'nora@northwind.test', 'no-reply@northwind.test')).toBe('robot');
  expect(reasonOf('X-A: b', 'no-reply@in.portico.test')).toBe('own_mail');
  expect(reasonOf('X-A: b', 'nora@northwind.test', 'reply+x@IN.portico.test')).toBe('own_mail');
});

it('a person’s mail is not', () => {
  expect(reasonOf('Auto-Submitted: no')).toBeNull();
  expect(reasonOf('Precedence: normal')).toBeNull();
  expect(reasonOf('X-Auto-Response-Suppress: OOF, AutoReply')).toBeNull();
  expect(reasonOf('X-Priority: 1', 'nora+list@northwind.test')).toBeNull();
});
