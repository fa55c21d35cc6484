import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { runSweeps } from '#sweeps.ts';
import { newKey } from '../../test/helpers/at-work.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { testEnv } from '../../test/helpers/post-office.ts';
import { fieldOf } from '../../test/helpers/request.ts';
import { fileRows, multipartOf, objectsOf } from '../../test/helpers/uploads.ts';

const hour = 60 * 60 * 1000;

test('what nobody sends is swept after a day, row and object; what was sent stays', async () => {
  const { nora, tenant } = await newDesk();
  const portal = portalOf(nora);
  const number = await nora.open();
  const path = `/requests/${number}`;
  const fields = {
    ...(await portal.filled(path, { body: 'Sent' })),
    upload_key: fieldOf(await portal.page(path), 'upload_key'),
  };
  await portal.ask(`${path}/messages`, { body: multipartOf(fields, [{ file: 'sent.txt', bytes: 'x' }]) });
  const body = multipartOf({ upload_key: newKey(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'y' }]);
  await portal.ask('/uploads', { body });
  const sweep = (later: number) => runSweeps(testEnv(), Date.now() + later, () => undefined);
  await sweep(24 * hour);
  expect((await objectsOf(tenant)).length).toBe(2);
  await sweep(26 * hour);
  expect((await fileRows(tenant)).map(({ name }) => name)).toEqual(['sent.txt']);
  expect((await objectsOf(tenant)).length).toBe(1);
  const count = await env.DB.prepare('SELECT files, bytes FROM storage_counts WHERE tenant_id = ?')
    .bind(tenant.id)
    .first();
  expect(count).toEqual({ files: 1, bytes: 1 });
});

test('a file that is sent while it is swept keeps its row', async () => {
  const { nora, tenant } = await newDesk();
  const body = multipartOf({ upload_key: newKey(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'y' }]);
  await portalOf(nora).ask('/uploads', { body });
  const send = env.DB.prepare("UPDATE attachments SET attached_at = 1, ticket_id = 'tkt_x' WHERE tenant_id = ?");
  const FILES = Object.assign(Object.create(env.FILES), { delete: () => send.bind(tenant.id).run() });
  await runSweeps(testEnv({ FILES }), Date.now() + 26 * hour, () => undefined);
  expect((await fileRows(tenant)).length).toBe(1);
});

test('where the store is away the rows stay, and the next sweep finds them', async () => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const { nora, tenant } = await newDesk();
  const body = multipartOf({ upload_key: newKey(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'y' }]);
  await portalOf(nora).ask('/uploads', { body });
  const FILES = Object.assign(Object.create(env.FILES), { delete: () => Promise.reject(new Error('R2 is away')) });
  await runSweeps(testEnv({ FILES }), Date.now() + 26 * hour, () => undefined);
  expect((await fileRows(tenant)).length).toBe(1);
  await runSweeps(testEnv(), Date.now() + 27 * hour, () => undefined);
  expect([await fileRows(tenant), await objectsOf(tenant)]).toEqual([[], []]);
});
