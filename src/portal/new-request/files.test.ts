import { expect, test } from 'vitest';
import { browserOf, newDesk } from '../../../test/helpers/desk-page.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';
import { fileRows, multipartOf, objectsOf, samples } from '../../../test/helpers/uploads.ts';

const path = '/requests/new';
const keptIn = (html: string, name = 'files') =>
  [...html.matchAll(new RegExp(`name="${name}" value="(att_\\w+)"`, 'g'))].map(([, id]) => id ?? '');
const two = [
  { file: 'plan.png', bytes: samples.png },
  { file: 'log.txt', bytes: 'line' },
];

async function scene() {
  const desk = await newDesk();
  const portal = portalOf(desk.nora);
  const html = await portal.page(path);
  const fields = {
    ...(await portal.filled(path, { subject: 'The dock', body: 'It leaks.' })),
    upload_key: fieldOf(html, 'upload_key'),
  };
  const post = (more: Readonly<Record<string, string>>, files: Parameters<typeof multipartOf>[1] = []) =>
    portal.ask(path, { body: multipartOf({ ...fields, ...more }, files) });
  return { ...desk, portal, post };
}

test('a request goes out with its files, and both sides see them', async () => {
  const { portal, post, amir } = await scene();
  const answer = await post({}, two);
  expect(answer.headers.get('Location')).toBe('/requests/1001?opened');
  const html = await portal.page('/requests/1001');
  expect(html).toContain('title="plan.png" width="3" height="2"');
  expect(await browserOf(amir).page('/tickets/1001')).toContain('log.txt</bdi>');
});

test('the same form once more, uploaded again, is the same request', async () => {
  const { portal, post } = await scene();
  await post({}, two);
  const again = await post({}, two);
  expect(again.headers.get('Location')).toBe('/requests/1001?opened');
  expect(await portal.page('/')).toContain('1 request<');
});

test('a form that comes back keeps text and files, and lets one go', async () => {
  const { portal, post, tenant } = await scene();
  const asked = await post({ subject: '' }, two);
  const html = await asked.text();
  expect(asked.status).toBe(422);
  const [first = '', second = ''] = keptIn(html);
  const dropped = await post({ subject: '', files: first, drop_file: first });
  expect([dropped.status, keptIn(await dropped.clone().text())]).toEqual([200, []]);
  expect(typedIn(await dropped.text(), 'body')).toBe('It leaks.');
  expect((await fileRows(tenant)).map(({ id }) => id)).toEqual([second]);
  expect((await post({ files: second })).status).toBe(303);
  expect(await portal.page('/requests/1001')).toContain(`/files/${second}`);
});

test('a file that is too large comes back in words', async () => {
  const { post, tenant } = await scene();
  const answer = await post({}, [{ file: 'big.bin', bytes: new Uint8Array(26 * 1024 * 1024) }]);
  const html = await answer.text();
  expect([answer.status, typedIn(html, 'body')]).toEqual([422, 'It leaks.']);
  expect(html).toContain('is larger than 25 MB');
  expect(await objectsOf(tenant)).toEqual([]);
});

test('a foreign file opens no request', async () => {
  const { post, portal } = await scene();
  const answer = await post({ files: 'att_06gzxn0e9swc9mawva1ry66qam' });
  expect(answer.status).toBe(422);
  expect(await portal.page('/')).not.toContain('1 request<');
});

test.each(['__proto__', 'constructor', 'toString'])(
  'a file that was not kept, in a control called %s, is no fault of ours',
  async (name) => {
    const { post } = await scene();
    expect((await post({}, [{ name, file: 'a.txt', bytes: '' }])).status).toBe(422);
    expect((await post({}, [{ name, file: 'a.txt', bytes: 'x' }])).status).toBe(400);
  },
);
