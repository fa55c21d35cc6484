import { expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { dropDraft } from './drop-draft.ts';
import { keepDraft } from './keep-draft.ts';
import { takeDraft } from './take-draft.ts';

async function desk() {
  const tenant = await newTenant();
  const [nora, scope] = [await contactOf(tenant), await scopeOf(tenant)];
  const keep = (page: string, fields: Record<string, string>) =>
    run(scope.db, { keep: keepDraft(scope, nora.id, page, fields) });
  const take = (page: string, later = 0) => {
    const at = { ...scope, now: scope.now + later };
    return run(scope.db, { it: takeDraft(at, { contactId: nora.id, isViewAs: false }, page) }).then(({ it }) => it);
  };
  return { nora, scope, keep, take };
}

test('a page has one draft, the newest, until the form is sent', async () => {
  const { nora, scope, keep, take } = await desk();
  await keep('/requests/new', { body: 'First' });
  await keep('/requests/new', { body: 'Second\n“quoted”' });
  await keep('/requests/1001', { body: 'Elsewhere' });
  expect(await take('/requests/new')).toEqual({ body: 'Second\n“quoted”' });
  await run(scope.db, { drop: dropDraft(scope, nora.id, '/requests/new') });
  expect(await take('/requests/new')).toBeNull();
  expect(await take('/requests/1001')).toEqual({ body: 'Elsewhere' });
});

test('a draft is there for a day, and no longer', async () => {
  const { keep, take } = await desk();
  await keep('/requests/new', { body: 'Words' });
  const day = 24 * 60 * 60 * 1000;
  expect([await take('/requests/new', day - 1), await take('/requests/new', day)]).toEqual([{ body: 'Words' }, null]);
});

test('a contact has at most twenty drafts; one that is there can still be renewed', async () => {
  const { keep, take } = await desk();
  for (let i = 0; i < 25; i += 1) await keep(`/requests/${i}`, { body: 'Words' });
  expect(await take('/requests/19')).toEqual({ body: 'Words' });
  expect(await take('/requests/20')).toBeNull();
  await keep('/requests/19', { body: 'New words' });
  expect(await take('/requests/19')).toEqual({ body: 'New words' });
});

test('nothing is kept for a contact of another tenant', async () => {
  const { scope, take } = await desk();
  const stranger = await contactOf(await newTenant());
  const { kept } = await run(scope.db, { kept: keepDraft(scope, stranger.id, '/requests/new', { body: 'Words' }) });
  expect(kept).toBe(0);
  expect(await take('/requests/new')).toBeNull();
});
