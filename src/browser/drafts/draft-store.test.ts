import { expect, test, vi } from 'vitest';
import { dropForeign, dropSent, readDraft, writeDraft } from './draft-store.ts';
import { hasDrafts } from './has-drafts.ts';

function newStore(room = 1_000_000) {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (name: string) => items.get(name) ?? null,
    removeItem: (name: string) => void items.delete(name),
    setItem(name: string, text: string) {
      if (text.length > room) throw new Error('QuotaExceededError');
      items.set(name, text);
    },
  };
}

const nora = { tenant: '', person: 'con_nora', form: 'reply/1043' };
const draft = (change = {}) => ({ at: 1, key: 'k1', isSent: false, fields: [['body', 'Hello']] as const, ...change });

test('a draft is kept for one person and one form', () => {
  const store = newStore();
  expect(writeDraft(store, nora, draft())).toBe(true);
  expect(readDraft(store, nora)).toEqual(draft());
  expect(readDraft(store, { ...nora, form: 'reply/104' })).toBeNull();
  expect(readDraft(store, { ...nora, person: 'con_nils' })).toBeNull();
  expect(readDraft(store, { ...nora, tenant: 'ten_b' })).toBeNull();
});

test('what arrived is dropped by its key, and a later draft of the same form stays', () => {
  const store = newStore();
  writeDraft(store, nora, draft({ key: 'k2' }));
  dropSent(store, 'k1');
  expect(readDraft(store, nora)).not.toBeNull();
  dropSent(store, 'k2');
  expect(readDraft(store, nora)).toBeNull();
});

test("whoever comes next at the same tenant finds nothing of the other's", () => {
  const store = newStore();
  const [mine, other, elsewhere] = [
    nora,
    { ...nora, person: 'con_nora2' },
    { ...nora, tenant: 'ten_b', person: 'agt_x' },
  ];
  for (const place of [mine, other, elsewhere]) writeDraft(store, place, draft());
  store.setItem('theme', 'dark');
  dropForeign(store, mine, 0);
  expect([mine, other, elsewhere].map((place) => readDraft(store, place) !== null)).toEqual([true, false, true]);
  expect(store.getItem('theme')).toBe('dark');
});

test('what is old, or no draft, goes', () => {
  const store = newStore();
  writeDraft(store, nora, draft({ at: 10 }));
  store.setItem('draft::con_nora:x', '{"at":"1"}');
  dropForeign(store, nora, 11);
  expect(store.length).toBe(0);
});

test('twenty are kept, the newest; one that is too long is not', () => {
  const store = newStore();
  for (let at = 1; at <= 25; at += 1) writeDraft(store, { ...nora, form: `reply/${at}` }, draft({ at }));
  expect(store.length).toBe(20);
  expect(readDraft(store, { ...nora, form: 'reply/5' })).toBeNull();
  expect(readDraft(store, { ...nora, form: 'reply/6' })).not.toBeNull();
  expect(writeDraft(store, nora, draft({ fields: [['body', 'x'.repeat(200_000)]] }))).toBe(false);
  expect(writeDraft(newStore(10), nora, draft())).toBe(false);
});

test.each(['', '{', 'null', '[]', '{"at":1,"key":"k","isSent":false,"fields":[["a"]]}'])('%j is no draft', (text) => {
  const store = newStore();
  store.setItem('draft::con_nora:reply/1043', text);
  expect(readDraft(store, nora)).toBeNull();
});

test('the code of drafts is loaded where there is one, and where storage is closed it is not missed', () => {
  const items: Record<string, string> = {};
  const store = { ...newStore(), setItem: (name: string, text: string) => void Object.assign(items, { [name]: text }) };
  vi.stubGlobal('localStorage', items);
  expect(hasDrafts()).toBe(false);
  writeDraft(store, nora, draft());
  expect(hasDrafts()).toBe(true);
  vi.stubGlobal('localStorage', undefined);
  expect(hasDrafts()).toBe(false);
  vi.unstubAllGlobals();
});
