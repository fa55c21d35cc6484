import { runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { joinThread, newThread, roomOf } from '../../test/helpers/join-thread.ts';

// Only the date is held. Alarms, which the platform times by the real clock, lie
// far ahead of it and are run by hand.
const start = Date.UTC(2040, 0, 1);
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

test('agents see each other and who writes what; contacts see a reply being written and never a note', async () => {
  const { tenant, nora, amir, olga, topic } = await newThread();
  const contact = await joinThread(tenant, nora, topic);
  const first = await joinThread(tenant, amir, topic);
  const second = await joinThread(tenant, olga, topic);
  const here = await first.hears('people', ({ here }) => here.length === 2);
  expect(here.here).toEqual([
    { name: 'Nora', side: 'contact' },
    { name: 'Olga', side: 'agent' },
  ]);

  first.say({ t: 'typing', kind: 'note' });
  await second.hears('people', ({ writing }) => writing.some(({ name, note }) => name === 'Amir' && note));
  first.say({ t: 'still' });
  await second.hears('people', ({ writing }) => writing.length === 0);
  second.say({ t: 'typing', kind: 'reply' });
  const frame = await contact.hears('people');
  expect(frame).toMatchObject({ here: [], writing: [{ name: 'Olga', side: 'agent', note: false }] });
  expect(contact.heard.filter(({ t }) => t === 'people')).toHaveLength(1);
});

test('leaving a reply for a note tells contacts nothing, also when the note is done', async () => {
  const { tenant, nora, amir, olga, topic } = await newThread();
  const [contact, first] = [await joinThread(tenant, nora, topic), await joinThread(tenant, amir, topic)];
  const second = await joinThread(tenant, olga, topic);
  first.say({ t: 'typing', kind: 'reply' });
  await contact.hears('people');
  later(1_000);
  first.say({ t: 'typing', kind: 'note' });
  first.say({ t: 'still' });
  await second.hears('people', ({ here, writing }) => here.length > 0 && writing.length === 0);
  first.leave();
  await second.hears('people', ({ here }) => here.every(({ name }) => name !== 'Amir'));
  expect(contact.heard.filter(({ t }) => t === 'people')).toHaveLength(1);
});

test('an agent who comes and goes is no news for contacts, and a contact cannot write notes', async () => {
  const { tenant, nora, nils, amir, olga, topic } = await newThread();
  const contact = await joinThread(tenant, nora, topic);
  const other = await joinThread(tenant, nils, topic);
  const agent = await joinThread(tenant, amir, topic);
  const guest = await joinThread(tenant, olga, topic);
  guest.leave();
  await agent.hears('people', ({ here }) => here.length === 3);
  other.say({ t: 'typing', kind: 'note' });
  other.say({ t: 'typing', kind: 'reply' });
  const frame = await contact.hears('people');
  expect(frame.writing).toEqual([{ name: 'Nils', side: 'contact', note: false, forMs: 7_000 }]);
  expect(contact.heard.map(({ t }) => t)).toEqual(['hello', 'people']);
  await agent.hears('people', ({ writing }) => writing.length > 0);
  const writers = agent.heard.flatMap((heard) => (heard.t === 'people' ? heard.writing : []));
  expect(writers.some(({ note }) => note)).toBe(false);
});

test('somebody whose browser fell silent is no longer here', async () => {
  const { tenant, amir, olga, topic } = await newThread();
  await joinThread(tenant, olga, topic);
  const agent = await joinThread(tenant, amir, topic);
  await agent.hears('people', ({ here }) => here.length === 1);
  later(149_000);
  const back = await joinThread(tenant, amir, topic);
  await back.hears('people', ({ here }) => here.length === 1);
  later(1_000);
  await runDurableObjectAlarm(roomOf(tenant.id, topic));
  await back.hears('people', ({ here }) => here.length === 0);
});
