import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { run, runList } from '#db/run.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { scopeOf } from '../../test/helpers/new-tenant.ts';
import { fileRows } from '../../test/helpers/uploads.ts';
import { attachTo, isLostFile } from './attach-to.ts';
import { uploadRoom } from './draft-files.ts';
import { unsentLifetimeMs } from './limits.ts';
import { FileReceiver } from './receive-file.ts';

const draft = 'a-form-of-somebody-x';

/** A file that Nora has uploaded for a form, and what a form of her request says of it. */
async function scene() {
  const { tenant, nora, contact } = await newDesk();
  const number = await nora.open();
  const ticketId = String(
    await env.DB.prepare('SELECT id FROM tickets WHERE tenant_id = ? AND number = ?')
      .bind(tenant.id, number)
      .first('id'),
  );
  const owner = { kind: 'contact', id: contact.id } as const;
  const scope = await scopeOf(tenant);
  const { room } = await run(scope.db, { room: uploadRoom(scope, owner, draft) });
  const receiver = new FileReceiver({ scope, store: env.FILES, owner, draft, room }, 'a.txt', room.bytes);
  await receiver.write(new Uint8Array(3));
  const received = await receiver.end();
  const id = received.ok ? received.file.id : '';
  const place = { place: 'message', placeId: 'msg_x', ticketId } as const;
  const attach = async (choice: Partial<Parameters<typeof attachTo>[2]> = {}, later = 0) => {
    const at = { ...scope, now: scope.now + later };
    await runList(scope.db, attachTo(at, place, { owner, draft, ids: [id], ...choice }));
  };
  const placed = async () => (await fileRows(tenant)).map(({ place_id }) => place_id);
  return { attach, placed, id, owner };
}

type Scene = Awaited<ReturnType<typeof scene>>;

test.each<[string, (it: Scene) => Promise<void>]>([
  ['another contact’s', ({ attach }) => attach({ owner: { kind: 'contact', id: 'con_x' } })],
  ['an agent’s of the same id', ({ attach, owner }) => attach({ owner: { kind: 'agent', id: owner.id } })],
  ['of another form', ({ attach }) => attach({ draft: 'another-form-of-theirs' })],
  ['older than a day', ({ attach }) => attach({}, unsentLifetimeMs + 1)],
  ['beside one that is not there', ({ attach, id }) => attach({ ids: [id, 'att_x'] })],
])('a file that is %s goes out with nothing', async (_what, attempt) => {
  const it = await scene();
  expect(await attempt(it).catch(isLostFile)).toBe(true);
  expect(await it.placed()).toEqual([null]);
});

test('a file goes out once, however often its form names it', async () => {
  const { attach, placed, id } = await scene();
  await attach({ ids: [id, id] });
  expect(await placed()).toEqual(['msg_x']);
  expect(await attach().catch(isLostFile)).toBe(true);
});
