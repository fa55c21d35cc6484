import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf, typedIn } from '../../../test/helpers/portal-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { fileRows, multipartOf, objectsOf, samples } from '../../../test/helpers/uploads.ts';

type Files = Parameters<typeof multipartOf>[1];

/** Nora's request, and her browser without script. */
async function scene() {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const portal = portalOf(desk.nora);
  const path = `/requests/${number}`;
  const form = async (body: string) => ({
    ...(await portal.filled(path, { body })),
    upload_key: fieldOf(await portal.page(path), 'upload_key'),
  });
  const post = (fields: Readonly<Record<string, string>>, files: Files = []) =>
    portal.ask(`${path}/messages`, { body: multipartOf(fields, files) });
  return { ...desk, number, portal, path, form, post };
}

const idsIn = (html: string) => [...html.matchAll(/href="\/files\/(att_\w+)"/g)].map(([, id]) => id ?? '');
const keptIn = (html: string) => [...html.matchAll(/name="files" value="(att_\w+)"/g)].map(([, id]) => id ?? '');
const two: Files = [
  { file: 'plan.png', bytes: samples.png },
  { file: 'log.txt', bytes: 'line' },
];

test('a reply takes its files along, and both sides see them', async () => {
  const { portal, path, form, post, amir, number } = await scene();
  const answer = await post(await form('See the plan.'), two);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${path}?sent`]);
  const html = await portal.page(path);
  const [picture = '', log = ''] = idsIn(html);
  expect(html).toMatch(/<img src="\/files\/att_\w+" alt="Open plan.png" title="plan.png" width="3" height="2"/);
  expect(html).toContain('log.txt</bdi><span class="file-size">4 bytes</span>');
  expect((await portal.ask(`/files/${picture}`)).headers.get('Content-Type')).toBe('image/png');
  const agent = browserOf(amir);
  expect(idsIn(await agent.page(`/tickets/${number}`))).toEqual([picture, log]);
  expect(await (await agent.ask(`/files/${log}`)).text()).toBe('line');
  expect(await portal.page(`${path}/updates?after=2`)).toContain(`/files/${log}`);
});

test('the same form once more, uploaded again, is the same message', async () => {
  const { portal, path, form, post } = await scene();
  const fields = await form('Once.');
  await post(fields, two);
  const again = await post(fields, two);
  expect(again.headers.get('Location')).toBe(`${path}?sent`);
  expect(idsIn(await portal.page(path)).length).toBe(2);
  const other = await post(fields, [{ file: 'other.txt', bytes: 'x' }]);
  expect(other.status).toBe(409);
  expect(await other.text()).toContain('other.txt');
});

test('the same words with another file are another message', async () => {
  const { portal, path, form, post } = await scene();
  await post(await form('Attached.'), [{ file: 'a.txt', bytes: 'a' }]);
  await post(await form('Attached.'), [{ file: 'b.txt', bytes: 'b' }]);
  expect(idsIn(await portal.page(path)).length).toBe(2);
});

test('what is wrong with the form keeps text and files, and each can be taken away', async () => {
  const { portal, path, form, post, tenant } = await scene();
  const fields = await form('');
  const asked = await post(fields, two);
  const html = await asked.text();
  expect(asked.status).toBe(422);
  const [first = '', second = ''] = keptIn(html);
  expect(fieldOf(html, 'upload_key')).toBe(fields.upload_key);
  const dropped = await post({ ...fields, body: 'Now with words', files: first, drop_file: first });
  expect([dropped.status, keptIn(await dropped.clone().text())]).toEqual([200, []]);
  expect(typedIn(await dropped.text(), 'body')).toBe('Now with words');
  expect((await fileRows(tenant)).map(({ id }) => id)).toEqual([second]);
  const sent = await post({ ...fields, body: 'Now with words', files: second });
  expect(sent.status).toBe(303);
  expect(idsIn(await portal.page(path))).toEqual([second]);
});

test('a preview keeps the files', async () => {
  const { form, post } = await scene();
  const html = await (await post({ ...(await form('**bold**')), preview: '1' }, two)).text();
  expect(html).toContain('<strong>bold</strong>');
  expect(keptIn(html).length).toBe(2);
});

test.each([
  ['26 MB', [{ file: 'big.bin', bytes: new Uint8Array(26 * 1024 * 1024) }], 'is larger than 25 MB', 1],
  ['nothing in it', [{ file: 'empty.txt', bytes: '' }], 'is empty', 1],
  [
    'ten others before it',
    Array.from({ length: 10 }, (_, n) => ({ file: `${n}.txt`, bytes: 'x' })),
    'is one too many: 10 files go into one message',
    10,
  ],
])('a file with %s comes back in words; the text and the others stay', async (_, files, words, kept) => {
  const { form, post, tenant } = await scene();
  const answer = await post(await form('Kept words'), [{ file: 'good.txt', bytes: 'x' }, ...files]);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html.replaceAll('&#39;', "'")).toContain(words);
  expect(html).toContain('href="#files"');
  expect(typedIn(html, 'body')).toBe('Kept words');
  expect([keptIn(html).length, (await objectsOf(tenant)).length]).toEqual([kept, kept]);
});

test("another person's file, one of another form, one that was sent: none can be attached", async () => {
  const { portal, path, form, post, nora, tenant } = await scene();
  const colleague = portalOf({
    signedIn: await signIn(await contactOf(tenant, { accountId: nora.signedIn.person.accountId })),
  });
  const upload = async (whose: typeof portal, key: string) => {
    const body = multipartOf({ upload_key: key, name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'a' }]);
    return keptIn(await (await whose.ask('/uploads', { body })).text())[0] ?? '';
  };
  const key = newKey();
  const fields = { ...(await form('With a file')), upload_key: key };
  const stolen = [await upload(colleague, key), await upload(portal, newKey()), 'att_06gzxn0e9swc9mawva1ry66qam'];
  for (const files of stolen) {
    const answer = await post({ ...fields, files });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('One of the files is no longer here');
  }
  const own = await upload(portal, key);
  expect((await post({ ...fields, files: own })).status).toBe(303);
  const twice = await post({ ...fields, key: newKey(), body: 'Again', files: own });
  expect(twice.status).toBe(422);
  expect((await post({ ...fields, files: 'nonsense' })).status).toBe(422);
  expect(idsIn(await portal.page(path))).toEqual([own]);
});

test('who may not see the request may not fetch its files, and a lost role counts at once', async () => {
  const { portal, path, form, post, nora, tenant } = await scene();
  await post(await form('See.'), two);
  const [id = ''] = idsIn(await portal.page(path));
  const { accountId } = nora.signedIn.person;
  const outsiders = [
    await contactOf(tenant),
    await contactOf(await newTenant()),
    await contactOf(tenant, { accountId, role: 'member' }),
  ];
  for (const one of outsiders) {
    expect((await portalOf({ signedIn: await signIn(one) }).ask(`/files/${id}`)).status).toBe(404);
  }
  const admin = portalOf({ signedIn: await signIn(await contactOf(tenant, { accountId })) });
  expect((await admin.ask(`/files/${id}`)).status).toBe(200);
  await env.DB.prepare("UPDATE memberships SET role = 'none' WHERE contact_id = ?").bind(nora.signedIn.person.id).run();
  expect((await portal.ask(`/files/${id}`)).status).toBe(303);
});

test("a note's file is for agents alone", async () => {
  const { portal, path, amir, number, nora } = await scene();
  const agent = browserOf(amir);
  const before = await portal.page(`${path}?from=1`);
  const fields = await agent.composer(number, { kind: 'note', body: 'Internal plan' });
  const page = await agent.page(`/tickets/${number}`);
  const body = multipartOf({ ...fields, upload_key: fieldOf(page, 'upload_key') }, [
    { file: 'secret.png', bytes: samples.png },
  ]);
  expect((await agent.ask(`/tickets/${number}/entries`, { body })).status).toBe(303);
  const [id = ''] = idsIn(await agent.page(`/tickets/${number}`));
  expect((await agent.ask(`/files/${id}`)).status).toBe(200);
  expect((await portal.ask(`/files/${id}`)).status).toBe(404);
  const plain = (html: string) => html.replace(/value="[\w-]{22}"/g, '');
  expect(plain(await portal.page(`${path}?from=1`))).toBe(plain(before));
  const viewer = portalOf({ signedIn: await signIn(nora.signedIn.person) });
  expect((await viewer.ask(`/files/${id}`)).status).toBe(404);
});

test('an agent answers with files, and one of another tenant finds none of them', async () => {
  const { portal, path, amir, number } = await scene();
  const agent = browserOf(amir);
  const fields = await agent.composer(number, { kind: 'reply', body: 'Here it is' });
  const upload_key = fieldOf(await agent.page(`/tickets/${number}`), 'upload_key');
  const empty = await agent.ask(`/tickets/${number}/entries`, {
    body: multipartOf({ ...fields, body: '', upload_key }, two),
  });
  const kept = keptIn(await empty.text());
  expect([empty.status, kept.length]).toEqual([422, 2]);
  const sent = await agent.ask(`/tickets/${number}/entries`, {
    body: multipartOf({ ...fields, upload_key, files: kept[1] ?? '' }, []),
  });
  expect(sent.status).toBe(303);
  expect(idsIn(await portal.page(path))).toEqual([kept[1]]);
  const other = (await newDesk()).amir;
  expect((await browserOf(other).ask(`/files/${kept[1]}`)).status).toBe(404);
  expect((await browserOf(other).ask(`/files/${kept[0]}`)).status).toBe(404);
});

test('words of a session that ended are kept, the file is not stored', async () => {
  const { portal, form, post, tenant } = await scene();
  const fields = await form('My long words');
  await portal.ask('/sign-out', { method: 'POST' });
  const answer = await post(fields, two);
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain('What you wrote is kept');
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
});
