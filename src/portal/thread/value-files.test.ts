import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { sweepUnsent } from '#attachments/sweep-unsent.ts';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork, contactAtWork, newKey } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { giveValue, heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newForm } from '../../../test/helpers/new-form.ts';
import { scopeOf } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { request } from '../../../test/helpers/request.ts';
import { fileRows, multipartOf, objectsOf, samples } from '../../../test/helpers/uploads.ts';
import { viewAs } from '../../../test/helpers/view-as.ts';

async function scene() {
  const desk = await newDesk();
  const number = await desk.nora.open();
  const field = await newField(desk.tenant, { type: 'file', label: 'Invoice' });
  const { host, cookie } = desk.nora.signedIn;
  const path = `/requests/${number}/fields/${field.id}`;
  const send = (fields: Record<string, string>, files: { file: string; bytes: Uint8Array<ArrayBuffer> }[] = []) =>
    request(host, path, {
      cookie,
      method: 'POST',
      body: multipartOf(
        { key: newKey(), workspace: desk.contact.accountId, ...fields },
        files.map((each) => ({ ...each, name: field.key })),
      ),
    });
  const page = async () => (await request(host, `/requests/${number}`, { cookie })).text();
  return { ...desk, number, field, host, cookie, send, page };
}

const invoice = { file: 'invoice.pdf', bytes: samples.pdf };

test('a contact puts a file into a field without script, and takes it out again', async () => {
  const { tenant, number, field, host, cookie, send, page } = await scene();
  expect((await send({ upload_key: newKey() }, [invoice])).status).toBe(303);
  const [row] = await fileRows(tenant);
  expect(row).toMatchObject({ place: 'field', place_id: field.id, name: 'invoice.pdf' });
  expect(await heldIn(tenant, number, field)).toEqual([row?.['id']]);
  const html = await page();
  expect(html).toContain(`href="/files/${row?.['id']}"`);
  expect(wordsOf(html)).toContain('You set Invoice to invoice.pdf');
  expect((await request(host, `/files/${row?.['id']}`, { cookie })).status).toBe(200);
  expect(
    (await send({ upload_key: newKey(), [field.key]: String(row?.['id']), drop_file: String(row?.['id']) })).status,
  ).toBe(303);
  expect(await heldIn(tenant, number, field)).toEqual([]);
});

test('a file that was taken out or replaced is gone for everybody, and uncounted with the next sweep', async () => {
  const { tenant, amir, number, field, host, cookie, send, page } = await scene();
  await send({ upload_key: newKey() }, [invoice]);
  const [first = ''] = (await heldIn(tenant, number, field)).map(String);
  const other = { file: 'other.pdf', bytes: samples.pdf };
  expect((await send({ upload_key: newKey() }, [other])).status).toBe(303);
  const [second = ''] = (await heldIn(tenant, number, field)).map(String);
  expect(second).not.toBe(first);
  const told = await page();
  expect(wordsOf(told)).toContain(
    `You changed Invoice from invoice.pdf to other.pdf (${samples.pdf.byteLength} bytes)`,
  );
  const line = /<li class="entry event"(?:(?!<\/li>)[\s\S])*from(?:(?!<\/li>)[\s\S])*/.exec(told)?.[0] ?? '';
  expect([line.includes(`/files/${first}`), line.includes(`href="/files/${second}"`)]).toEqual([false, true]);
  for (const ask of [
    (id: string) => request(host, `/files/${id}`, { cookie }),
    (id: string) => browserOf(amir).ask(`/files/${id}`),
  ]) {
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200]);
  }
  const again = await send({ upload_key: newKey(), [field.key]: first });
  expect([again.status, await heldIn(tenant, number, field)]).toEqual([422, [second]]);
  const scope = await scopeOf(tenant);
  await sweepUnsent({ db: scope.db, now: scope.now }, env.FILES);
  expect((await fileRows(tenant)).map(({ id }) => id)).toEqual([second]);
  expect((await objectsOf(tenant)).length).toBe(1);
  const kept = env.DB.prepare('select files, bytes from storage_counts where tenant_id = ?').bind(tenant.id);
  expect(await kept.first()).toEqual({ files: 1, bytes: samples.pdf.byteLength });
});

test('a file that a request was sent with stays with its answers, whatever its field holds later', async () => {
  const { tenant, amir, field, nora } = await scene();
  const form = await newForm(tenant, { questions: [{ field: field.key }], fields: [field] });
  const portal = portalOf(nora);
  const sent = await portal.ask(form.path, {
    body: multipartOf({ ...formIn(await portal.page(form.path), form.path), subject: 'Bill', body: 'Here.' }, [
      { ...invoice, name: field.key },
    ]),
  });
  const path = (sent.headers.get('Location') ?? '').replace('?opened', '');
  const id = String((await fileRows(tenant))[0]?.['id']);
  const values = formIn(await portal.page(path), `${path}/fields/${field.id}`);
  const emptied = await portal.ask(`${path}/fields/${field.id}`, {
    body: multipartOf({ ...values, drop_file: id }, []),
  });
  expect(emptied.status).toBe(303);
  expect(await heldIn(tenant, Number(path.split('/').at(-1)), field)).toEqual([]);
  for (const page of [await portal.page(path), await browserOf(amir).page(path.replace('requests', 'tickets'))]) {
    expect(page).toMatch(new RegExp(`<dd><a href="/files/${id}"><bdi>invoice.pdf</bdi>`));
  }
  expect((await portal.ask(`/files/${id}`)).status).toBe(200);
});

test('an agent does the same', async () => {
  const { tenant, amir, number, field } = await scene();
  const body = multipartOf({ key: newKey(), upload_key: newKey() }, [{ ...invoice, name: field.key }]);
  const answer = await browserOf(amir).ask(`/tickets/${number}/fields/${field.id}`, { method: 'POST', body });
  expect(answer.status).toBe(303);
  expect(await heldIn(tenant, number, field)).toHaveLength(1);
  expect(await browserOf(amir).page(`/tickets/${number}`)).toContain('invoice.pdf');
});

test('an id alone brings nobody’s file into a field', async () => {
  const { tenant, contact, number, field, send } = await scene();
  const other = await contactAtWork(await contactOf(tenant, { accountId: contact.accountId }));
  const theirs = await other.open();
  const { host, cookie } = other.signedIn;
  const upload = newKey();
  await request(host, `/requests/${theirs}/fields/${field.id}`, {
    cookie,
    method: 'POST',
    body: multipartOf({ key: newKey(), workspace: contact.accountId, upload_key: upload }, [
      { ...invoice, name: field.key },
    ]),
  });
  const [row] = await fileRows(tenant);
  const answer = await send({ upload_key: upload, [field.key]: String(row?.['id']) });
  expect(answer.status).toBe(422);
  expect(wordsOf(await answer.text())).toContain('A file is not there any more');
  expect(await heldIn(tenant, number, field)).toEqual([]);
});

test('a file of a field that is closed to contacts cannot be fetched any more', async () => {
  const { tenant, number, host, cookie, amir } = await scene();
  const inner = await newField(tenant, { type: 'file', access: 'none' });
  const body = multipartOf({ key: newKey(), upload_key: newKey() }, [{ ...invoice, name: inner.key }]);
  await browserOf(amir).ask(`/tickets/${number}/fields/${inner.id}`, { method: 'POST', body });
  const [row] = await fileRows(tenant);
  expect((await request(host, `/files/${row?.['id']}`, { cookie })).status).toBe(404);
});

test('who looks for a contact sees the values and no form, and can change none', async () => {
  const { tenant, contact, number, host } = await scene();
  const field = await newField(tenant, { label: 'Order number' });
  await giveValue(tenant, number, field, 'A-1');
  const cookie = await viewAs(await agentAtWork(await agentOf(tenant)), contact);
  const html = await (await request(host, `/requests/${number}`, { cookie })).text();
  expect(wordsOf(html)).toContain('A-1');
  expect(html).not.toContain(`/fields/${field.id}`);
  const form = { key: newKey(), workspace: contact.accountId, [field.key]: 'B-2' };
  expect((await request(host, `/requests/${number}/fields/${field.id}`, { cookie, form })).status).toBe(403);
  expect(await heldIn(tenant, number, field)).toEqual(['A-1']);
});
