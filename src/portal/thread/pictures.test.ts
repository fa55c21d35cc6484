import { expect, test } from 'vitest';
import { newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk } from '../../../test/helpers/desk-page.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { fieldOf } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { mailed } from '../../../test/helpers/ticket-link.ts';
import { multipartOf, samples } from '../../../test/helpers/uploads.ts';

type Ask = ReturnType<typeof portalOf>['ask'];

/** Uploads as the script does; gives the id. */
async function upload(ask: Ask, key: string, file = 'plan.png', bytes: Uint8Array<ArrayBuffer> = samples.png) {
  const body = multipartOf({ upload_key: key, name: 'files' }, [{ name: 'file', file, bytes }]);
  return /name="files" value="(att_\w+)"/.exec(await (await ask('/uploads', { body })).text())?.[1] ?? '';
}

const picture = (id: string, words = 'The plan') => `![${words}](attachment:${id})`;
const imageOf = (id: string, path = '/files') =>
  `<a class="picture" href="${path}/${id}"><img src="${path}/${id}" alt="The plan" width="3" height="2" loading="lazy" decoding="async"></a>`;
const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '');

async function scene() {
  const desk = await newDesk();
  const number = await desk.nora.open('The gate', 'Stuck.');
  const portal = portalOf(desk.nora);
  const agent = browserOf(desk.amir);
  const path = `/requests/${number}`;
  const reply = async (body: string, fields: Readonly<Record<string, string>> = {}) =>
    portal.ask(`${path}/messages`, { form: { ...(await portal.filled(path, { body })), ...fields } });
  /** Says something with a picture in it. */
  const show = async (more = '') => {
    const key = newKey();
    const id = await upload(portal.ask, key);
    await reply(`See ${picture(id)}${more}`, { upload_key: key, files: id });
    return id;
  };
  return { ...desk, number, portal, agent, path, reply, show };
}

test('a picture stands in the text that names it, on both sides, and is not listed below it', async () => {
  const { portal, agent, path, number } = await scene();
  const key = newKey();
  const [id, log] = [await upload(portal.ask, key), await upload(portal.ask, key, 'log.pdf', samples.pdf)];
  const fields = { ...(await portal.filled(path, { body: `See ${picture(id)} here` })), upload_key: key };
  const body = multipartOf(fields, []);
  for (const each of [id, log]) body.append('files', each);
  await portal.ask(`${path}/messages`, { body });
  for (const html of [await portal.page(path), await agent.page(`/tickets/${number}`)]) {
    expect(html).toContain(`<p>See ${imageOf(id)} here</p>`);
    expect(html.split(`src="/files/${id}"`)).toHaveLength(2);
    expect(html).toContain('aria-label="One file"');
    expect(html).toContain(`href="/files/${log}"`);
  }
  expect(await portal.page(`${path}/updates?after=1`)).toContain(imageOf(id));
});

test('a mail has the name of a picture, as a link to the request, and never the picture', async () => {
  const { contact, agent, number } = await scene();
  const key = newKey();
  const id = await upload(agent.ask, key);
  const fields = await agent.composer(number, { kind: 'reply', body: `See ${picture(id)}.` });
  await agent.ask(`/tickets/${number}/entries`, { form: { ...fields, upload_key: key, files: id } });
  const mail = sentMail(contact.email).find(({ text }) => text.includes('See'));
  expect(mail?.text).toContain('See [The plan].');
  expect(mail?.html).toMatch(/See <a style="[^"]*" href="https?:[^"]*">The plan<\/a>\./);
  expect(`${mail?.text}${mail?.html}`).not.toContain(id);
});

test('of anything else than the files of its own message a text shows the words alone', async () => {
  const { tenant, contact, nora, portal, agent, path, number, reply, show } = await scene();
  const key = newKey();
  const noteFile = await upload(agent.ask, key);
  const note = await agent.composer(number, { kind: 'note', body: `Inner ${picture(noteFile)}` });
  await agent.ask(`/tickets/${number}/entries`, { form: { ...note, upload_key: key, files: noteFile } });
  expect(await agent.page(`/tickets/${number}`)).toContain(`Inner ${imageOf(noteFile)}`);
  const colleague = portalOf({ signedIn: await signIn(await contactOf(tenant, { accountId: contact.accountId })) });
  const foreign = await scene();
  const others = [
    noteFile,
    await show(),
    await upload(portal.ask, newKey()),
    await upload(colleague.ask, newKey()),
    await foreign.show(),
    'att_06gzxn0e9swc9mawva1ry66qam',
  ];
  for (const [at, id] of others.entries()) {
    await reply(`Number ${at}: ${picture(id, 'Someone’s')} is no picture`);
    for (const html of [await portal.page(path), await agent.page(`/tickets/${number}`)]) {
      expect(html).toContain(`<p>Number ${at}: Someone’s is no picture</p>`);
    }
  }
  await reply('Far ![x](https://tracker.example/p.png) away');
  const html = await portalOf(nora).page(path);
  expect(html).not.toContain('src="https://tracker');
  expect(html).not.toContain(noteFile);
});

test('what is no picture is a link in the text, and still listed; one named twice is shown once', async () => {
  const { portal, path, reply } = await scene();
  const key = newKey();
  const id = await upload(portal.ask, key, 'trick.png', samples.html);
  await reply(`Open ${picture(id, '')}.`, { upload_key: key, files: id });
  const html = await portal.page(path);
  expect(html).toContain(`<p>Open <a href="/files/${id}">trick.png</a>.</p>`);
  expect(html).toContain(`<a class="download" href="/files/${id}"`);
  expect(html).not.toContain(`src="/files/${id}"`);
  const again = newKey();
  const twice = await upload(portal.ask, again);
  await reply(`See ${picture(twice)} and ${picture(twice, 'it')} again.`, { upload_key: again, files: twice });
  expect(await portal.page(path)).toContain(`<p>See ${imageOf(twice)} and <a href="/files/${twice}">it</a> again.</p>`);
});

test('a preview shows what the form has uploaded and still has, with and without script', async () => {
  const { portal, agent, path, number } = await scene();
  const key = newKey();
  const [id, other] = [await upload(portal.ask, key), await upload(portal.ask, newKey())];
  const body = `${picture(id)} ${picture(other, 'Other')}`;
  const form = { ...(await portal.filled(path, { body })), upload_key: key, files: id };
  const shown = `<p>${imageOf(id)} Other</p>`;
  expect(await (await portal.ask('/preview', { form })).text()).toContain(shown);
  expect(await (await portal.ask('/preview', { form: { ...form, files: '' } })).text()).toContain(
    '<p>The plan Other</p>',
  );
  const page = await portal.ask(`${path}/messages`, { form: { ...form, preview: '1' } });
  expect(await page.text()).toContain(shown);
  const ofAgent = await upload(agent.ask, key);
  const fields = await agent.composer(number, { kind: 'note', body: `${picture(ofAgent)} ${picture(id, 'Hers')}` });
  const preview = { ...fields, upload_key: key, files: ofAgent };
  for (const headers of [{ 'Sec-Fetch-Dest': 'empty' }, {}]) {
    const answer = await agent.ask(`/tickets/${number}/preview`, { form: preview, headers });
    expect(await answer.text()).toContain(`<p>${imageOf(ofAgent)} Hers</p>`);
  }
});

test('whoever holds a link sees pictures below it, and previews their own', async () => {
  const { ask, page, form, path } = await mailed();
  const key = newKey();
  const id = await upload(ask, key);
  const fields = { ...(await form(picture(id))), upload_key: key, files: id };
  const image = imageOf(id, `${path}/files`);
  expect(await (await ask('/preview', { form: fields })).text()).toContain(image);
  expect((await ask('/messages', { form: fields })).status).toBe(303);
  expect(await page()).toContain(image);
});

test('an edited message keeps its pictures: one that is named no more is listed below', async () => {
  const { portal, agent, path, number, show } = await scene();
  const id = await show();
  const revision = `${path}/messages/3/revision`;
  const edit = async (body: string, more: Readonly<Record<string, string>> = {}) => {
    const html = await portal.page(revision);
    return portal.ask(revision, {
      form: { key: fieldOf(html, 'key'), workspace: fieldOf(html, 'workspace'), body, ...more },
    });
  };
  expect(await (await edit(`Now ${picture(id)}`, { preview: '1' })).text()).toContain(`Now ${imageOf(id)}`);
  expect((await edit(`Now ${picture(id)}`)).status).toBe(303);
  for (const html of [await portal.page(path), await portal.page(`${path}/updates?after=3`)]) {
    expect(html).toContain(`Now ${imageOf(id)}`);
  }
  await edit('Without');
  const below = new RegExp(
    `<p>Without</p>\\s*</div><ul class="files"[^>]*><li><a class="picture" href="/files/${id}">`,
  );
  expect(await portal.page(path)).toMatch(below);
  expect(await portal.page(`${path}/updates?after=4`)).toMatch(below);
  expect(await agent.page(`/tickets/${number}`)).toMatch(below);
  const versions = await agent.page(`/tickets/${number}/messages/3/versions`);
  expect(versions.split(imageOf(id))).toHaveLength(3);
});

test('a snippet of the search and a list say the words of a picture, not its reference', async () => {
  const { portal, show } = await scene();
  await show(' behind the hall');
  const html = withoutTags(await portal.page('/?q=hall'));
  expect(html).toContain('See The plan behind the hall');
});
