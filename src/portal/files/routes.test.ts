import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { testEnv } from '../../../test/helpers/post-office.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { fileRows, multipartOf, objectsOf, samples } from '../../../test/helpers/uploads.ts';

type Portal = ReturnType<typeof portalOf>;

const bytes = new Uint8Array(300).map((_, at) => at % 251);

function send(portal: Portal, file: string, content: Uint8Array<ArrayBuffer> | string, key = newKey()) {
  return portal.ask('/uploads', {
    body: multipartOf({ upload_key: key, name: 'files' }, [{ name: 'file', file, bytes: content }]),
  });
}

/** Uploads; gives the id that the answer's line holds. */
async function uploaded(portal: Portal, file: string, content: Uint8Array<ArrayBuffer> | string, key = newKey()) {
  const html = await (await send(portal, file, content, key)).text();
  return /name="files" value="(att_[0-9a-z]{26})"/.exec(html)?.[1] ?? '';
}

async function office() {
  const { tenant, nora, amir } = await newDesk();
  return { tenant, nora, amir, portal: portalOf(nora) };
}

test('an upload answers the line of the form that names it', async () => {
  const { portal, tenant } = await office();
  const answer = await send(portal, '../<b>plan.png', samples.png);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('_b_plan.png</bdi>');
  expect(html).toMatch(/^<li class="kept-file" data-file="att_/);
  expect(await fileRows(tenant)).toMatchObject([{ attached_at: null, owner_kind: 'contact', type: 'image/png' }]);
});

test.each([
  ['an empty file', 'a.txt', '', 'is empty'],
  ['a file of 26 MB', 'a.bin', new Uint8Array(26 * 1024 * 1024), 'is larger than 25 MB'],
])('%s is refused in words and leaves nothing', async (_, name, content, words) => {
  const { portal, tenant } = await office();
  const answer = await send(portal, name, content);
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)]);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
});

test('a picture is shown as what it was found to be, and can run nowhere', async () => {
  const { portal } = await office();
  const id = await uploaded(portal, 'plan.png', samples.png);
  const answer = await portal.ask(`/files/${id}`);
  const said = Object.fromEntries(answer.headers);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(samples.png);
  expect(said).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline; filename="plan.png"',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'content-length': String(samples.png.byteLength),
  });
  expect(answer.headers.get('Server-Timing')).toContain('trips=1 ');
});

test.each([
  ['a drawing', 'evil.svg', samples.svg],
  ['a page', 'evil.html', samples.html],
  ['a page that calls itself a picture', 'evil.png', samples.html],
  ['a document', 'a.pdf', samples.pdf],
])('%s is a download, whatever the browser called it', async (_, file, content) => {
  const { portal } = await office();
  const form = multipartOf({ upload_key: newKey(), name: 'files' }, [
    { name: 'file', file, bytes: content, type: 'text/html' },
  ]);
  const id = /value="(att_\w+)"/.exec(await (await portal.ask('/uploads', { body: form })).text())?.[1] ?? '';
  const answer = await portal.ask(`/files/${id}`);
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${file}"`);
  expect(['application/octet-stream', 'application/pdf']).toContain(answer.headers.get('Content-Type'));
});

test('a name beyond Latin letters comes back whole', async () => {
  const { portal } = await office();
  const id = await uploaded(portal, '請求書 “März”.pdf', samples.pdf);
  const said = (await portal.ask(`/files/${id}`)).headers.get('Content-Disposition') ?? '';
  expect(said).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''/);
  expect(decodeURIComponent(said.split("''")[1] ?? '')).toBe('請求書 “März”.pdf');
});

test.each([
  ['bytes=0-9', 206, 'bytes 0-9/300', [0, 10]],
  ['bytes=290-', 206, 'bytes 290-299/300', [290, 300]],
  ['bytes=-10', 206, 'bytes 290-299/300', [290, 300]],
  ['bytes=-999', 206, 'bytes 0-299/300', [0, 300]],
  ['bytes=290-999', 206, 'bytes 290-299/300', [290, 300]],
  ['bytes=300-', 416, 'bytes */300', null],
  ['bytes=-0', 416, 'bytes */300', null],
  ['bytes=9-3', 200, null, [0, 300]],
  ['bytes=0-1,4-5', 200, null, [0, 300]],
  ['lines=0-9', 200, null, [0, 300]],
  ['bytes=-', 200, null, [0, 300]],
])('the range %s is answered with %i', async (range, status, said, part) => {
  const { portal } = await office();
  const id = await uploaded(portal, 'a.bin', bytes);
  const answer = await portal.ask(`/files/${id}`, { headers: { Range: range } });
  expect([answer.status, answer.headers.get('Content-Range')]).toEqual([status, said]);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(part ? bytes.slice(...part) : new Uint8Array(0));
});

test('a range of another content is answered with all of it, and HEAD with the head alone', async () => {
  const { portal } = await office();
  const path = `/files/${await uploaded(portal, 'a.bin', bytes)}`;
  const head = await portal.ask(path, { method: 'HEAD' });
  const etag = head.headers.get('ETag') ?? '';
  expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([200, '300', '']);
  const ask = (condition: string) => portal.ask(path, { headers: { Range: 'bytes=0-9', 'If-Range': condition } });
  expect((await ask(etag)).status).toBe(206);
  expect((await ask('"other"')).status).toBe(200);
  expect((await ask(`W/${etag}`)).status).toBe(200);
  const part = await portal.ask(path, { method: 'HEAD', headers: { Range: 'bytes=0-9' } });
  expect([part.status, part.headers.get('Content-Length')]).toEqual([206, '10']);
});

test('what is not sent yet is its owner’s alone', async () => {
  const { portal, nora, tenant, amir } = await office();
  const id = await uploaded(portal, 'a.txt', 'secret');
  expect((await browserOf(amir).ask(`/files/${id}`)).status).toBe(404);
  const { accountId } = nora.signedIn.person;
  const others = [await contactOf(tenant, { accountId }), await contactOf(tenant), await contactOf(await newTenant())];
  for (const other of others) {
    const theirs = portalOf({ signedIn: await signIn(other) });
    expect((await theirs.ask(`/files/${id}`)).status).toBe(404);
    expect((await theirs.ask(`/uploads/${id}/removal`, { form: { upload_key: newKey() } })).status).toBe(404);
  }
  expect((await request(tenant.host, `/files/${id}`)).status).toBe(303);
  expect((await fileRows(tenant)).length).toBe(1);
});

test('a removal takes row and object away, for the form that it was uploaded for', async () => {
  const { portal, tenant } = await office();
  const key = newKey();
  const id = await uploaded(portal, 'a.txt', 'x', key);
  expect((await portal.ask(`/uploads/${id}/removal`, { form: { upload_key: newKey() } })).status).toBe(404);
  expect((await portal.ask(`/uploads/${id}/removal`, { form: { upload_key: key } })).status).toBe(204);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
  expect((await portal.ask(`/uploads/${id}/removal`, { form: { upload_key: key } })).status).toBe(404);
});

test.each([
  ['nobody', ''],
  ['a forged cookie', 'v1.k1.x'],
])('%s stores nothing', async (_, cookie) => {
  const { tenant } = await office();
  const body = multipartOf({ upload_key: newKey(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'x' }]);
  const answer = await request(tenant.host, '/uploads', {
    body,
    ...(cookie && { cookie: `__Host-session=${cookie}` }),
  });
  expect(answer.status).toBe(401);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
});

test.each([
  [
    'two files',
    [
      { name: 'file', file: 'a', bytes: 'x' },
      { name: 'file', file: 'b', bytes: 'y' },
    ],
    {},
  ],
  ['a field that nobody knows', [{ name: 'file', file: 'a', bytes: 'x' }], { ticket_id: 'tkt_x' }],
  ['no key', [{ name: 'file', file: 'a', bytes: 'x' }], { upload_key: 'short' }],
])('an upload with %s is no form of ours', async (_, files, more) => {
  const { portal } = await office();
  const body = multipartOf({ upload_key: newKey(), name: 'files', ...more }, files);
  expect((await portal.ask('/uploads', { body })).status).toBe(400);
});

test.each([
  ['no length at all', {}],
  ['a length that lies', { 'Content-Length': '10' }],
])('a body with %s is counted as it comes', async (_, headers) => {
  const { portal, tenant } = await office();
  const form = new Response(
    multipartOf({ upload_key: newKey(), name: 'files' }, [
      { name: 'file', file: 'a.bin', bytes: new Uint8Array(26 * 1024 * 1024) },
    ]),
  );
  const type = form.headers.get('Content-Type') ?? '';
  const answer = await portal.ask('/uploads', {
    body: form.body ?? '',
    headers: { ...headers, 'Content-Type': type },
  });
  expect(answer.status).toBe(422);
  expect(await objectsOf(tenant)).toEqual([]);
});

test('a sender who breaks off in the middle leaves nothing, and the file can be sent again', async () => {
  const { portal, tenant } = await office();
  const key = newKey();
  const head = `--b\r\nContent-Disposition: form-data; name="upload_key"\r\n\r\n${key}\r\n--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nfiles\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n`;
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent === 1) controller.enqueue(new TextEncoder().encode(head));
      else if (sent < 120) controller.enqueue(new Uint8Array(64 * 1024));
      else controller.close();
    },
  });
  const answer = await portal.ask('/uploads', {
    body,
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
  });
  expect(answer.status).toBe(400);
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
  expect(await uploaded(portal, 'a.bin', 'whole', key)).toMatch(/^att_/);
});

test('where the store is away the words say so, and it can be tried again', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const { portal, tenant } = await office();
  const FILES = new Proxy(env.FILES, {
    get(target, name) {
      if (name === 'put') return () => Promise.reject(new Error('R2 is away'));
      const own: unknown = Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  const body = multipartOf({ upload_key: newKey(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'x' }]);
  const answer = await portal.ask('/uploads', { body, env: testEnv({ FILES }) });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('could not be kept just now')]);
  expect(await fileRows(tenant)).toEqual([]);
  expect(await uploaded(portal, 'a.txt', 'x')).toMatch(/^att_/);
});

test('who writes too much waits', async () => {
  const { portal } = await office();
  const limited = testEnv({ WRITE_LIMIT: { limit: async () => ({ success: false }) } });
  const body = multipartOf({ upload_key: newKey(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'x' }]);
  expect((await portal.ask('/uploads', { body, env: limited })).status).toBe(429);
});
