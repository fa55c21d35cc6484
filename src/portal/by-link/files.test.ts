import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { mailed } from '../../../test/helpers/ticket-link.ts';
import { fileRows, multipartOf, objectsOf, samples } from '../../../test/helpers/uploads.ts';

const file = { file: 'plan.png', bytes: samples.png };

async function scene() {
  const linked = await mailed();
  const post = async (body: string, files = [file]) => {
    const upload_key = fieldOf(await linked.page(), 'upload_key');
    const fields = { ...(await linked.form(body)), upload_key };
    return linked.ask('/messages', { body: multipartOf(fields, files) });
  };
  return { ...linked, post };
}

const idIn = (html: string) => /\/files\/(att_\w+)"/.exec(html)?.[1] ?? '';

test('whoever holds the link answers with a file, and sees it below the link alone', async () => {
  const { post, page, ask, path, tenant, nora } = await scene();
  expect((await post('See the plan.')).status).toBe(303);
  const html = await page();
  expect(html).toContain(`src="${path}/files/att_`);
  const id = idIn(html);
  const answer = await ask(`/files/${id}`);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect(answer.headers.get('X-Robots-Tag')).toBe('noindex');
  expect((await request(tenant.host, `/files/${id}`)).status).toBe(303);
  expect((await portalOf(nora).ask(`/files/${id}`)).status).toBe(200);
});

test('a link opens the files of its own request and no others', async () => {
  const { other, nora, ask, tenant } = await scene();
  const portal = portalOf(nora);
  const html = await portal.page(`/requests/${other}`);
  const fields = {
    ...(await portal.filled(`/requests/${other}`, { body: 'Elsewhere' })),
    upload_key: fieldOf(html, 'upload_key'),
  };
  await portal.ask(`/requests/${other}/messages`, { body: multipartOf(fields, [file]) });
  const id = idIn(await portal.page(`/requests/${other}`));
  expect((await portal.ask(`/files/${id}`)).status).toBe(200);
  expect((await ask(`/files/${id}`)).status).toBe(404);
  const stranger = portalOf({ signedIn: await signIn(await contactOf(tenant)) });
  expect((await stranger.ask(`/files/${id}`)).status).toBe(404);
});

test('a link that was turned off takes no file and gives none, and the words are still there', async () => {
  const { post, ask, page, tenant, form } = await scene();
  await post('Before.');
  const id = idIn(await page());
  const fields = { ...(await form('After.')), upload_key: newKey() };
  await ask('/revocation', { method: 'POST' });
  expect((await ask(`/files/${id}`)).status).toBe(410);
  const kept = (await objectsOf(tenant)).length;
  const answer = await ask('/messages', { body: multipartOf(fields, [file]) });
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain('After.');
  const upload = { upload_key: newKey(), name: 'files' };
  expect((await ask('/uploads', { body: multipartOf(upload, [{ ...file, name: 'file' }]) })).status).toBe(410);
  expect([(await objectsOf(tenant)).length, (await fileRows(tenant)).length]).toEqual([kept, kept]);
});

test('by script a file is uploaded, shown and taken away below the link', async () => {
  const { ask, path, tenant } = await scene();
  const upload_key = newKey();
  const answer = await ask('/uploads', {
    body: multipartOf({ upload_key, name: 'files' }, [{ ...file, name: 'file' }]),
  });
  const html = await answer.text();
  expect(html).toContain(`href="${path}/files/att_`);
  const id = idIn(html);
  expect((await ask(`/files/${id}`)).status).toBe(200);
  expect((await ask(`/uploads/${id}/removal`, { form: { upload_key } })).status).toBe(204);
  expect(await fileRows(tenant)).toEqual([]);
});
