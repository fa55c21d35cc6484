import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { seedManyTickets } from '#onboarding/demo/many-tickets.ts';
import { contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { type Desk, newDesk } from '../../test/helpers/desk-page.ts';
import { find, numbersOf } from '../../test/helpers/find-tickets.ts';

async function withColleague({ tenant, contact }: Desk) {
  return contactAtWork(await contactOf(tenant, { name: 'Nils', role: 'member', accountId: contact.accountId }));
}

test('a word is found in subject, number, messages of both sides; the newest text first, one hit a ticket', async () => {
  const { tenant, amir, nora } = await newDesk();
  const first = await nora.open('Turbine hums', 'It began on Monday.');
  const second = await nora.open('Pump', 'Near the turbine.');
  const third = await nora.open('Gate', 'Stuck.');
  expect(await numbersOf(tenant, nora, 'turbine')).toEqual([second, first]);
  await amir.reply(first, 'Send us the serial number of the turbine.');
  const { hits } = await find(tenant, nora, 'turbine');
  expect(hits.map(({ number, kind }) => [number, kind])).toEqual([
    [first, 'message'],
    [second, 'message'],
  ]);
  expect(hits[0]?.snippet).toBe('Send us the serial number of the \u0002turbine\u0003.');
  expect(await numbersOf(tenant, nora, String(third))).toEqual([third]);
  expect(await numbersOf(tenant, amir, 'turbine')).toEqual([first, second]);
});

test('all words in one text, phrases as they stand, the last word from its beginning, accents and capitals alike', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open('One', 'Die Größe der Öffnung: 45 mm. Déjà-vu at the northern gate.');
  await nora.open('Two', 'The gate of the northern hall.');
  for (const typed of [
    'northern gate 45',
    '"northern gate"',
    '„northern gate“',
    'offn',
    'OFFNUNG groß',
    'deja-vu',
    'dejà vu',
    'VÙ northe',
    '"deja vu" gate',
    '"northern gate',
  ])
    expect(await numbersOf(tenant, nora, typed), typed).toContain(number);
  expect(await numbersOf(tenant, nora, '"northern gate"')).toEqual([number]);
  for (const typed of ['gat northern', '"offn"', 'northern door', '"gate northern"', '"northern gat"'])
    expect(await numbersOf(tenant, nora, typed), typed).toEqual([]);
});

test('nothing that is typed is syntax', async () => {
  const { tenant, nora } = await newDesk();
  const number = await nora.open('Syntax', 'alpha NEAR beta AND gamma NOT delta-epsilon');
  for (const typed of [
    'alpha AND gamma',
    'alpha NOT delta',
    'alpha*',
    '-alpha',
    '^alpha',
    '+alpha',
    '(alpha',
    'alpha"',
  ])
    expect(await numbersOf(tenant, nora, typed), typed).toEqual([number]);
  for (const typed of [
    'alpha OR nothing',
    'body:alpha',
    'body : alpha',
    'NEAR(alpha beta)',
    'alpha NOT zeta',
    'al*pha',
  ])
    expect(await numbersOf(tenant, nora, typed), typed).toEqual([]);
  for (const typed of [
    'scope:x',
    '{scope body}:x',
    'scope:"',
    '"',
    '""',
    '***',
    '(',
    ')',
    'a)',
    '" OR "',
    "'; drop table tickets --",
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\u0002\u0003',
    'OR',
    'AND',
    '*',
    'a * b',
    '\u{1f600}',
    '\u0301',
    '\u0301'.repeat(300),
    'a'.repeat(10_000),
    '"a" '.repeat(500),
    '請求書',
    '\ue000',
    '\u1e9e',
  ])
    expect(await numbersOf(tenant, nora, typed), typed).not.toContain(-1);
  expect(await numbersOf(tenant, nora, 'syntax')).toEqual([number]);
});

test('the ids by which texts are kept apart are found by nobody, and name nobody’s texts', async () => {
  const { tenant, contact, nora, amir } = await newDesk();
  const other = await contactAtWork(await contactOf(tenant));
  const token = contact.accountId.replace('_', '');
  const hers = await nora.open('Hers', 'Quokka');
  // Others write her token, with the sign before it, into texts of their own.
  const theirs = await other.open(`\ue000${token}`, `Quokka ${token} \ue000${token} ${contact.accountId}`);
  expect(await numbersOf(tenant, nora, 'quokka')).toEqual([hers]);
  expect(await numbersOf(tenant, nora, token)).toEqual([]);
  expect(await numbersOf(tenant, nora, `\ue000${token}`)).toEqual([]);
  expect(await numbersOf(tenant, nora, tenant.id.replace('_', ''))).toEqual([]);
  expect(await numbersOf(tenant, other, 'quokka')).toEqual([theirs]);
  expect(await numbersOf(tenant, amir, tenant.id)).toEqual([]);
});

test('a member finds what they opened or take part in, and nothing of colleagues', async () => {
  const desk = await newDesk();
  const { tenant, contact, nora } = desk;
  const nils = await withColleague(desk);
  expect(await numbersOf(tenant, nils, 'wombat')).toEqual([]);
  const hers = await nora.open('Hers', 'Wombat');
  const his = await nils.open('His', 'Wombat');
  expect(await numbersOf(tenant, nils, 'wombat')).toEqual([his]);
  expect(await numbersOf(tenant, nora, 'wombat')).toEqual([his, hers]);
  await env.DB.prepare(
    `insert into ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
     select tenant_id, id, ?3, account_id, 'participant', 0, public_activity_at from tickets where tenant_id = ?1 and number = ?2`,
  )
    .bind(tenant.id, hers, nils.claim.contactId)
    .run();
  expect(await numbersOf(tenant, nils, 'wombat')).toEqual([his, hers]);
  await env.DB.prepare('delete from ticket_people where tenant_id = ?1 and contact_id = ?2')
    .bind(tenant.id, contact.id)
    .run();
  expect(await numbersOf(tenant, nora, 'wombat')).toEqual([his, hers]);
});

test('nor does a member with so many requests that they are not asked for one by one', async () => {
  const desk = await newDesk();
  const { tenant, nora } = desk;
  const nils = await withColleague(desk);
  await seedManyTickets(env, tenant.id, 250);
  await env.DB.prepare(
    `insert into ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
     select tenant_id, id, ?2, account_id, 'participant', done, public_activity_at from tickets where tenant_id = ?1`,
  )
    .bind(tenant.id, nils.claim.contactId)
    .run();
  await nora.open('Hers', 'Wombat');
  const his = await nils.open('His', 'Wombat');
  expect(await numbersOf(tenant, nils, 'wombat')).toEqual([his]);
});

test('a note is found by agents, marked as one, and by no contact', async () => {
  const { tenant, amir, nora } = await newDesk();
  const number = await nora.open();
  await amir.note(number, 'Platypus in the basement.');
  const { hits } = await find(tenant, amir, 'platyp');
  expect(hits.map(({ number: n, kind, snippet }) => [n, kind, snippet])).toEqual([
    [number, 'note', '\u0002Platypus\u0003 in the basement.'],
  ]);
  expect(await find(tenant, nora, 'platyp')).toEqual({ hits: [], to: null });
});

test('another tenant and another account find nothing, whatever the word', async () => {
  const [here, there] = [await newDesk(), await newDesk()];
  const ines = await contactAtWork(await contactOf(here.tenant));
  await here.nora.open('Echidna', 'Echidna');
  for (const [tenant, who] of [
    [there.tenant, there.nora],
    [there.tenant, there.amir],
    [here.tenant, ines],
  ] as const)
    expect(await numbersOf(tenant, who, 'echidna')).toEqual([]);
});

test('further back nothing is missed and no ticket comes again', async () => {
  const { tenant, nora, amir } = await newDesk();
  const [a, b, c] = [await nora.open('A', 'dugong'), await nora.open('B', 'dugong'), await nora.open('C', 'dugong')];
  await nora.reply(a, 'dugong again');
  const { hits } = await find(tenant, nora, 'dugong');
  expect(hits.map(({ number }) => number)).toEqual([a, c, b]);
  for (const who of [nora, amir]) {
    const second = await find(tenant, who, 'dugong', hits[0]?.at);
    expect(second.hits.map(({ number }) => number)).toEqual([c, b]);
    const third = await find(tenant, who, 'dugong', hits[1]?.at);
    expect(third.hits.map(({ number }) => number)).toEqual([b]);
  }
});
