import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { run } from '#db/run.ts';
import { newTenant, scopeOf, type TestTenant } from '../../test/helpers/new-tenant.ts';
import { fileRows, objectsOf, samples, streamOf } from '../../test/helpers/uploads.ts';
import { uploadRoom } from './draft-files.ts';
import { bytesPerContactDay, partBytes } from './limits.ts';
import type { FileStore } from './object-writer.ts';
import { FileReceiver } from './receive-file.ts';
import type { Received } from './upload.ts';

const MiB = 1024 * 1024;
const owner = { kind: 'contact', id: 'con_x' } as const;
const draft = 'a-form-of-somebody-x';

async function receive(
  tenant: TestTenant,
  name: string,
  body: ReadableStream<Uint8Array> | Uint8Array,
  store: FileStore = env.FILES,
): Promise<Received> {
  const scope = await scopeOf(tenant);
  const { room } = await run(scope.db, { room: uploadRoom(scope, owner, draft) });
  const receiver = new FileReceiver({ scope, store, owner, draft, room }, name, room.bytes);
  if (body instanceof Uint8Array) await receiver.write(body);
  else for await (const chunk of body) await receiver.write(chunk);
  return receiver.end();
}

/** R2 that counts what it holds at once and may fail. */
function watched(fail: (act: string, n: number) => boolean = () => false) {
  const seen = { puts: 0, parts: [] as number[], aborted: 0, deleted: 0 };
  const size = (value: unknown) => (value instanceof Uint8Array ? value.byteLength : -1);
  const refuse = (act: string, n: number) => {
    if (fail(act, n)) throw new Error('R2 is away');
  };
  const store = {
    put: async (key: string, value: Uint8Array) => {
      seen.puts += 1;
      refuse('put', seen.puts);
      return env.FILES.put(key, value);
    },
    delete: async (key: string) => {
      seen.deleted += 1;
      await env.FILES.delete(key);
    },
    createMultipartUpload: async (key: string) => {
      const upload = await env.FILES.createMultipartUpload(key);
      return Object.assign(Object.create(upload), {
        uploadPart: async (n: number, value: Uint8Array) => {
          seen.parts.push(size(value));
          refuse('part', n);
          return upload.uploadPart(n, value);
        },
        complete: async (parts: R2UploadedPart[]) => {
          refuse('complete', 1);
          return upload.complete(parts);
        },
        abort: async () => {
          seen.aborted += 1;
          return upload.abort();
        },
      });
    },
  };
  return { seen, store: store as unknown as FileStore };
}

test('a small file is one put, told by its content', async () => {
  const tenant = await newTenant();
  const { seen, store } = watched();
  const received = await receive(tenant, 'plan.png', samples.png, store);
  expect(received).toMatchObject({ ok: true, file: { name: 'plan.png', type: 'image/png', width: 3, height: 2 } });
  expect(seen).toMatchObject({ puts: 1, parts: [] });
  const [row] = await fileRows(tenant);
  expect(row).toMatchObject({ size: samples.png.byteLength, scan_state: 'unscanned', attached_at: null });
  expect(row?.['sha256']).toMatch(/^[0-9a-f]{64}$/);
  expect(row?.['object_key']).toMatch(new RegExp(`^t/${tenant.id}/files/[\\w-]{43}$`));
});

test('a large file goes on in parts of one size, one at a time, and comes out as it went in', async () => {
  const tenant = await newTenant();
  const { seen, store } = watched();
  const received = await receive(tenant, 'log.txt', streamOf(13 * MiB + 5), store);
  expect(received).toMatchObject({ ok: true, file: { size: 13 * MiB + 5, type: 'application/octet-stream' } });
  expect(seen.parts).toEqual([partBytes, partBytes, 3 * MiB + 5]);
  const [key = ''] = await objectsOf(tenant);
  const stored = await env.FILES.get(key);
  const digest = new crypto.DigestStream('SHA-256');
  await stored?.body.pipeTo(digest);
  expect(new Uint8Array(await digest.digest).toHex()).toBe((await fileRows(tenant))[0]?.['sha256']);
});

test.each([
  ['exactly 25 MiB is taken', 25 * MiB, null],
  ['one byte more is not', 25 * MiB + 1, 'too_large'],
  ['26 MiB are not', 26 * MiB, 'too_large'],
  ['nothing at all is not', 0, 'empty'],
])('%s', async (_, size, code) => {
  const tenant = await newTenant();
  const { seen, store } = watched();
  const received = await receive(tenant, 'big.bin', streamOf(size), store);
  expect(received.ok ? null : received.fault.code).toBe(code);
  expect([(await objectsOf(tenant)).length, (await fileRows(tenant)).length]).toEqual(code === null ? [1, 1] : [0, 0]);
  expect(seen.aborted).toBe(code === 'too_large' ? 1 : 0);
});

test("the tenant's quota is the end of it, and two at once cannot both be the last", async () => {
  const tenant = await newTenant();
  await env.DB.prepare('UPDATE tenant_settings SET storage_quota = 150 WHERE tenant_id = ?').bind(tenant.id).run();
  const both = await Promise.all([
    receive(tenant, 'a.txt', new Uint8Array(100)),
    receive(tenant, 'b.txt', new Uint8Array(100)),
  ]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect((await receive(tenant, 'c.txt', new Uint8Array(51))).ok).toBe(false);
  expect((await receive(tenant, 'd.txt', new Uint8Array(50))).ok).toBe(true);
  expect((await objectsOf(tenant)).length).toBe(2);
});

test.each([
  ['put', 10],
  ['part', 12 * MiB],
  ['complete', 12 * MiB],
])('where R2 fails at %s nothing stays, and it can be tried again', async (act, size) => {
  vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const tenant = await newTenant();
  const broken = watched((at, n) => at === act && (act !== 'part' || n === 2));
  const received = await receive(tenant, 'a.txt', streamOf(size), broken.store);
  expect(received).toEqual({ ok: false, fault: { code: 'failed', name: 'a.txt' } });
  expect([await objectsOf(tenant), await fileRows(tenant)]).toEqual([[], []]);
  expect(broken.seen.aborted).toBe(act === 'put' ? 0 : 1);
  expect((await receive(tenant, 'a.txt', streamOf(size))).ok).toBe(true);
});

test('whoever breaks off leaves nothing behind', async () => {
  const tenant = await newTenant();
  const { seen, store } = watched();
  const scope = await scopeOf(tenant);
  const intake = { scope, store, owner, draft, room: { bytes: 100 * MiB, files: 10 } };
  const receiver = new FileReceiver(intake, 'a.bin', 100 * MiB);
  for await (const chunk of streamOf(11 * MiB)) await receiver.write(chunk);
  await receiver.abandon();
  expect([await objectsOf(tenant), await fileRows(tenant), seen.aborted]).toEqual([[], [], 1]);
});

test('one person cannot fill the storage with what they never send', async () => {
  const tenant = await newTenant();
  const scope = await scopeOf(tenant);
  await env.DB.batch(
    Array.from({ length: 40 }, (_, n) =>
      env.DB.prepare(
        `INSERT INTO attachments (tenant_id, id, owner_kind, owner_id, draft, name, size, type, object_key, created_at)
         VALUES (?, ?, 'contact', 'con_x', ?, 'x', 1, 'x', ?, 1)`,
      ).bind(tenant.id, `att_${n}`, `draft-${n % 5}`, `k${n}`),
    ),
  );
  const { room } = await run(scope.db, { room: uploadRoom(scope, owner, draft) });
  expect(room.files).toBe(0);
  // Whoever was told of room a moment ago, and others were quicker.
  expect(await receive(tenant, 'late.txt', new Uint8Array(1))).toMatchObject({ ok: false, fault: { code: 'full' } });
  const full = `UPDATE attachments SET size = ${500 * MiB - 50} WHERE tenant_id = ? AND id = 'att_0'`;
  await env.DB.batch([
    env.DB.prepare("DELETE FROM attachments WHERE tenant_id = ? AND id <> 'att_0'").bind(tenant.id),
    env.DB.prepare(full).bind(tenant.id),
  ]);
  const both = [receive(tenant, 'a.txt', new Uint8Array(30)), receive(tenant, 'b.txt', new Uint8Array(30))];
  expect((await Promise.all(both)).map(({ ok }) => ok).sort()).toEqual([false, true]);
  const other = { ...owner, id: 'con_y' };
  expect((await run(scope.db, { room: uploadRoom(scope, other, draft) })).room.files).toBe(10);
});

test('a contact sends two gigabytes a day and no more, though it all was sent; the next day is another', async () => {
  const tenant = await newTenant();
  await receive(tenant, 'a.bin', new Uint8Array(MiB));
  const scope = await scopeOf(tenant);
  const roomOf = async (of: { kind: 'contact' | 'agent'; id: string }, now = scope.now) =>
    (await run(scope.db, { room: uploadRoom({ ...scope, now }, of, draft) })).room.bytes;
  const counted = env.DB.prepare("SELECT n FROM counters WHERE tenant_id = ? AND scope_key = 'files|contact|con_x'");
  expect(await counted.bind(tenant.id).first('n')).toBe(MiB);
  await env.DB.prepare("UPDATE attachments SET attached_at = 1, ticket_id = 'tkt_x' WHERE tenant_id = ?")
    .bind(tenant.id)
    .run();
  await env.DB.prepare('UPDATE counters SET n = ? WHERE tenant_id = ?')
    .bind(bytesPerContactDay - MiB, tenant.id)
    .run();
  expect(await roomOf(owner)).toBe(MiB);
  expect((await receive(tenant, 'b.bin', new Uint8Array(MiB + 1))).ok).toBe(false);
  const both = ['c.bin', 'd.bin'].map((name) => receive(tenant, name, new Uint8Array(MiB)));
  expect((await Promise.all(both)).map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await roomOf(owner)).toBe(0);
  for (const another of [await roomOf({ ...owner, id: 'con_y' }), await roomOf({ kind: 'agent', id: 'con_x' })])
    expect(another).toBeGreaterThan(400 * MiB);
  expect(await roomOf(owner, scope.now + 24 * 60 * 60 * 1000)).toBeGreaterThan(400 * MiB);
});
