import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { bytes, rawMail } from '#mail/inbound/fixtures/mail.ts';
import { replyAddress } from '#mail/reply-address.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { recordEffects } from '../../test/helpers/record-effects.ts';
import { fileRows, objectsOf, samples } from '../../test/helpers/uploads.ts';
import { takeEmail } from './email-door.ts';

const settings = readSettings(env);

interface Part {
  readonly name: string;
  readonly content: string;
  readonly type?: string;
}

async function scene() {
  const { nora, tenant } = await newDesk();
  const number = await nora.open();
  const { id, email } = nora.signedIn.person;
  const row = await env.DB.prepare(
    'SELECT t.number AS tenantNumber, c.number AS contactNumber FROM tenants t JOIN contacts c ON c.tenant_id = t.id WHERE c.id = ?',
  )
    .bind(id)
    .first<{ tenantNumber: number; contactNumber: number }>();
  if (!row) throw new Error('Nobody is there');
  const to = await replyAddress(settings, { ...row, ticketNumber: number });
  const deliver = (words: string, parts: readonly Part[], messageId = '<one@x.test>', bindings: Env = env) => {
    const body = [
      ['Content-Type: text/plain; charset=utf-8', '', words],
      ...parts.map(({ name, content, type = 'application/octet-stream' }) => [
        `Content-Type: ${type}`,
        `Content-Disposition: attachment; filename="${name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        content,
      ]),
    ];
    const raw = rawMail({
      from: email,
      to,
      messageId,
      fields: ['Content-Type: multipart/mixed; boundary="b"'],
      body: `${body.map((lines) => `--b\n${lines.join('\n')}\n`).join('')}--b--\n`,
    });
    const around = { settings, now: Date.now(), effectsOf: recordEffects };
    return takeEmail(bindings, { from: email, to, raw: bytes(raw) }, around);
  };
  return { tenant, portal: portalOf(nora), path: `/requests/${number}`, deliver };
}

const png = { name: '../plan.png', content: samples.png.toBase64(), type: 'text/html' };

test('what came with an answer by mail stands under it, told by its content', async () => {
  const { tenant, portal, path, deliver } = await scene();
  expect(await deliver('See the plan.', [png, { name: 'log.txt', content: btoa('line') }])).toBeNull();
  const html = await portal.page(path);
  expect(html).toContain('See the plan.');
  expect(html).toContain('title="plan.png" width="3" height="2"');
  expect(html).toContain('log.txt</bdi>');
  expect(await deliver('See the plan.', [png, { name: 'log.txt', content: btoa('line') }])).toBeNull();
  expect((await fileRows(tenant)).length).toBe(2);
});

test('a mail without words is taken for its files', async () => {
  const { portal, path, deliver } = await scene();
  expect(await deliver('', [png])).toBeNull();
  expect(await portal.page(path)).toContain('Only files came with this mail.');
});

test('a mail with more files than a message may have says how many are missing', async () => {
  const { tenant, portal, path, deliver } = await scene();
  const parts = Array.from({ length: 12 }, (_, n) => ({ name: `${n}.txt`, content: btoa(`file ${n}`) }));
  expect(await deliver('Many.', parts)).toBeNull();
  expect(await portal.page(path)).toContain('2 files of this mail could not be kept.');
  expect((await objectsOf(tenant)).length).toBe(10);
});

test('where the store fails the sender’s server tries again, and then it is one message', async () => {
  const { tenant, portal, path, deliver } = await scene();
  const FILES = new Proxy(env.FILES, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      if (name === 'put') {
        return (key: string, value: Uint8Array) =>
          key.includes('/files/') ? Promise.reject(new Error('R2 is away')) : target.put(key, value);
      }
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  await expect(deliver('Once.', [png], '<two@x.test>', { ...env, FILES })).rejects.toThrow('could not be kept');
  expect(await deliver('Once.', [png], '<two@x.test>')).toBeNull();
  expect((await portal.page(path)).split('<p>Once.</p>').length).toBe(2);
  expect((await fileRows(tenant)).length).toBe(1);
});
