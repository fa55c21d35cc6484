import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { unsentSweptAfterMs } from '#attachments/limits.ts';
import { sweepUnsent } from '#attachments/sweep-unsent.ts';
import { newKey } from '../../../test/helpers/at-work.ts';
import { newDesk } from '../../../test/helpers/desk-page.ts';
import { scopeOf } from '../../../test/helpers/new-tenant.ts';
import { addPerson, peopleDesk, takeOff } from '../../../test/helpers/people-desk.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { testEnv } from '../../../test/helpers/post-office.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { fileRows, multipartOf, objectsOf, samples } from '../../../test/helpers/uploads.ts';

const MiB = 1024 * 1024;

async function office() {
  const { tenant, nora } = await newDesk();
  const portal = portalOf(nora);
  const upload = (file: string, bytes: Uint8Array<ArrayBuffer> | string, key = newKey()) =>
    portal.ask('/uploads', {
      body: multipartOf({ upload_key: key, name: 'files' }, [{ name: 'file', file, bytes }]),
    });
  const uploaded = async (file: string, bytes: Uint8Array<ArrayBuffer> | string) =>
    /value="(att_\w+)"/.exec(await (await upload(file, bytes)).text())?.[1] ?? '';
  /** A body of this head, with so many bytes of a file behind it, in small pieces. */
  const raw = (lines: readonly string[], boundary: string, size = 0, headers: Readonly<Record<string, string>> = {}) =>
    portal.ask('/uploads', {
      body: pieces(new TextEncoder().encode(lines.join('\r\n')), size),
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}`, ...headers },
    });
  return { tenant, nora, portal, upload, uploaded, raw };
}

function pieces(head: Uint8Array, size: number, after: () => Promise<void> = async () => undefined) {
  let [sent, left] = [false, size];
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent) controller.enqueue(head);
      else if (left > 0) controller.enqueue(new Uint8Array(Math.min(64 * 1024, left)));
      else {
        await after();
        controller.close();
      }
      if (sent) left -= 64 * 1024;
      sent = true;
    },
  });
}

const part = (boundary: string, name: string, value: string, more = '') => [
  `--${boundary}`,
  `Content-Disposition: form-data; name="${name}"${more}`,
  '',
  value,
];
const formOf = (boundary: string) => [...part(boundary, 'upload_key', newKey()), ...part(boundary, 'name', 'files')];

test('a boundary inside the file, or almost one, ends nothing', async () => {
  const { tenant, portal } = await office();
  const content = 'a\r\n--b\r\r\n--bx\r\n--\r\n-- b\r\n--b-\r\nz';
  const lines = [...formOf('bnd'), ...part('bnd', 'file', content, '; filename="a.txt"'), '--bnd--', ''];
  const answer = await portal.ask('/uploads', {
    body: lines.join('\r\n'),
    headers: { 'Content-Type': 'multipart/form-data; boundary=bnd' },
  });
  const id = /value="(att_\w+)"/.exec(await answer.text())?.[1] ?? '';
  expect(await (await portal.ask(`/files/${id}`)).text()).toBe(content);
  expect((await fileRows(tenant)).length).toBe(1);
});

test.each([
  ['another boundary than its head says', ['--other', ...formOf('other').slice(1)], 'b'],
  ['two boundaries in its head', formOf('b'), 'b; boundary=c'],
  ['a boundary of nothing', formOf(''), '""'],
  [
    'a name that is said twice',
    ['--b', 'Content-Disposition: form-data; name="file"; name="x"', '', 'x', '--b--'],
    'b',
  ],
  [
    'a file name by the other way alone',
    [...formOf('b'), ...part('b', 'file', 'x', "; filename*=UTF-8''a.txt"), '--b--'],
    'b',
  ],
  [
    'a file nested in a form of its own',
    [...formOf('b'), '--b', 'Content-Type: multipart/mixed; boundary=c', '', '--c', '--b--'],
    'b',
  ],
])('a form with %s is refused and leaves nothing', async (_, lines, boundary) => {
  const { tenant, raw } = await office();
  expect((await raw(lines, boundary)).status).toBe(400);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
});

test('a body that says it is small is counted as it comes, and one of no end is let go of', async () => {
  const { tenant, raw } = await office();
  const lines = [...formOf('b'), ...part('b', 'file', '', '; filename="a.bin"')];
  const answer = await raw(lines, 'b', 120 * MiB, { 'Content-Length': '100' });
  expect(answer.status).toBe(413);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
});

test('a name of paths, turned letters, line ends and ten kilobytes is one short line, in page and header', async () => {
  const { portal, uploaded } = await office();
  for (const name of [
    '../../../etc/cron.d/job.txt',
    '..%2f..%2fjob.txt',
    'photo\u202egnp.exe',
    'a\r\nSet-Cookie: x=y\r\n\r\n<script>.txt',
    `${'x'.repeat(10_000)}.txt`,
    '"; filename="b.html',
  ]) {
    const id = await uploaded(name, 'words');
    const answer = await portal.ask(`/files/${id}`);
    const said = answer.headers.get('Content-Disposition') ?? '';
    expect(said, name).toMatch(/^attachment; filename="[\w. -]{1,155}"(?:; filename\*=UTF-8''[\w.!~%-]+)?$/);
    expect(said, name).not.toMatch(/%2F|%5C|%E2%80%AE|%0[AD]/i);
    expect(answer.headers.get('Set-Cookie')).toBeNull();
  }
});

test.each([
  ['a drawing', samples.svg],
  ['a page', samples.html],
  ['a picture with a page behind it', new Uint8Array([...samples.gif, ...samples.html])],
])('%s that is called a picture can run nowhere', async (_, bytes) => {
  const { portal, uploaded } = await office();
  const answer = await portal.ask(`/files/${await uploaded('a.png', bytes)}`);
  expect(answer.headers.get('Content-Type')).toBe('application/octet-stream');
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="a.png"');
  expect(answer.headers.get('Content-Security-Policy')).toContain("sandbox; default-src 'none'");
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test.each([
  [`bytes=${'9'.repeat(15)}-`, 416],
  [`bytes=${'9'.repeat(400)}-`, 200],
  [`bytes=0-${'9'.repeat(15)}`, 206],
  [`bytes=-${'9'.repeat(15)}`, 206],
  [`bytes=${'0-1,'.repeat(5000)}2-3`, 200],
  ['bytes=0-0,-1', 200],
  ['bytes=1e3-', 200],
  ['bytes=+1-', 200],
  ['bytes= 0-9', 200],
])('the range %.40s costs no more than the file', async (range, status) => {
  const { portal, uploaded } = await office();
  const answer = await portal.ask(`/files/${await uploaded('a.bin', new Uint8Array(300))}`, {
    headers: { Range: range },
  });
  expect(answer.status).toBe(status);
  expect((await answer.arrayBuffer()).byteLength).toBe(status === 416 ? 0 : 300);
});

test('who asks for the head alone learns no more than who asks for the file', async () => {
  const { tenant, uploaded } = await office();
  const stranger = portalOf((await newDesk()).nora);
  const path = `/files/${await uploaded('secret.pdf', samples.pdf)}`;
  for (const answer of [
    await stranger.ask(path, { method: 'HEAD' }),
    await request(tenant.host, path, { method: 'HEAD' }),
    await request(tenant.host, path, { method: 'HEAD', headers: { Range: 'bytes=0-0' } }),
  ]) {
    expect([404, 303]).toContain(answer.status);
    for (const name of ['ETag', 'Content-Disposition', 'Content-Range', 'Accept-Ranges'])
      expect(answer.headers.get(name), name).toBeNull();
  }
});

test('two uploads at once cannot both take the last room', async () => {
  const { tenant, upload } = await office();
  await env.DB.prepare('UPDATE tenant_settings SET storage_quota = 150 WHERE tenant_id = ?').bind(tenant.id).run();
  const both = await Promise.all([upload('a.txt', 'x'.repeat(100)), upload('b.txt', 'x'.repeat(100))]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect((await objectsOf(tenant)).length).toBe(1);
});

test('ten uploads of one form at once and an eleventh are ten', async () => {
  const { tenant, upload } = await office();
  const key = newKey();
  const all = await Promise.all(Array.from({ length: 11 }, (_, n) => upload(`${n}.txt`, 'x', key)));
  expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
  expect([(await objectsOf(tenant)).length, (await fileRows(tenant)).length]).toEqual([10, 10]);
});

test('an upload that is killed leaves no part of it in the store', async () => {
  const { tenant, portal } = await office();
  const begun: R2MultipartUpload[] = [];
  const FILES = Object.assign(Object.create(env.FILES), {
    createMultipartUpload: async (key: string) => {
      const upload = await env.FILES.createMultipartUpload(key);
      begun.push(upload);
      return upload;
    },
    delete: (key: string) => env.FILES.delete(key),
  });
  const head = new TextEncoder().encode([...formOf('b'), ...part('b', 'file', '', '; filename="a.bin"')].join('\r\n'));
  const answer = await portal.ask('/uploads', {
    body: pieces(head, 12 * MiB, () => Promise.reject(new Error('The line is dead'))),
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    env: testEnv({ FILES }),
  });
  expect(answer.status).toBe(400);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
  const [upload] = begun;
  await expect(upload?.uploadPart(9, 'x')).rejects.toThrow();
});

test('an upload that ends after its company was suspended serves nobody, and is swept', async () => {
  const { tenant, portal } = await office();
  const { db, now } = await scopeOf(tenant);
  const suspend = async () => {
    const sql = "update tenant_settings set status = 'suspended', version = version + 1 where tenant_id = ?";
    await env.DB.prepare(sql).bind(tenant.id).run();
  };
  const head = [...formOf('b'), ...part('b', 'file', 'words\r\n--b--\r\n', '; filename="a.txt"')].join('\r\n');
  const answer = await portal.ask('/uploads', {
    body: pieces(new TextEncoder().encode(head), 0, suspend),
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
  });
  const id = /value="(att_\w+)"/.exec(await answer.text())?.[1] ?? '';
  expect((await portal.ask(`/files/${id}`)).status).toBeGreaterThanOrEqual(400);
  await sweepUnsent({ db, now: now + unsentSweptAfterMs + 1000 }, env.FILES);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
});

test('who is taken off a request cannot fetch its files from then on', async () => {
  const { tenant, nora, nils, number } = await peopleDesk();
  const portal = portalOf(nora);
  const path = `/requests/${number}`;
  const fields = { ...(await portal.filled(path, { body: 'See.' })), upload_key: newKey() };
  const body = multipartOf(fields, [{ file: 'plan.png', bytes: samples.png }]);
  await portal.ask(`${path}/messages`, { body });
  const file = `/files/${(await fileRows(tenant))[0]?.['id']}`;
  const browser = portalOf({ signedIn: await signIn(nils) });
  const status = async (method: string) => (await browser.ask(file, { method })).status;
  expect(await status('GET')).toBe(404);
  await addPerson(nora, number, { person: nils.id });
  expect([await status('GET'), await status('HEAD')]).toEqual([200, 200]);
  await takeOff(nora, number, nils.id);
  expect([await status('GET'), await status('HEAD')]).toEqual([404, 404]);
  expect((await portal.ask(file)).status).toBe(200);
});
