import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { runList } from '#db/run.ts';
import { contactAtWork } from '../../test/helpers/at-work.ts';
import { contactOf } from '../../test/helpers/contact-of.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { find, numbersOf } from '../../test/helpers/find-tickets.ts';
import { newField } from '../../test/helpers/new-field.ts';
import { scopeOf } from '../../test/helpers/new-tenant.ts';
import { insertValues } from './value-queries.ts';

// What triggers keep: search finds what stands there now, and nothing else.

test('a text that was changed is found by its new words only, one that was removed by none', async () => {
  const { tenant, amir, nora } = await newDesk();
  const number = await nora.open('Old subject', 'Bandicoot here.');
  const change = (set: string) => env.DB.prepare(`update ${set}`).bind(tenant.id).run();
  await change("messages set body = 'Potoroo there.' where tenant_id = ?1");
  await change("tickets set subject = 'New theme' where tenant_id = ?1");
  for (const who of [nora, amir]) {
    expect(await numbersOf(tenant, who, 'bandicoot')).toEqual([]);
    expect(await numbersOf(tenant, who, 'potoroo')).toEqual([number]);
    expect(await numbersOf(tenant, who, 'old subject')).toEqual([]);
    expect(await numbersOf(tenant, who, `theme ${number}`)).toEqual([number]);
  }
  await env.DB.prepare('delete from messages where tenant_id = ?').bind(tenant.id).run();
  for (const who of [nora, amir]) expect(await numbersOf(tenant, who, 'potoroo')).toEqual([]);
});

test('values of fields are found while contacts may read the field, choices by their labels', async () => {
  const { tenant, contact, amir, nora } = await newDesk();
  const number = await nora.open();
  const scope = await scopeOf(tenant);
  const ticket = await env.DB.prepare('select id from tickets where tenant_id = ? and number = ?')
    .bind(tenant.id, number)
    .first<{ id: string }>();
  const choices = [{ id: 'cho_1', label: 'Kookaburra' }];
  const fields = {
    plain: await newField(tenant, { access: 'read' }),
    choice: await newField(tenant, { type: 'select', choices, access: 'write' }),
    secret: await newField(tenant, { access: 'none' }),
  };
  const values = [
    { field: fields.plain, value: 'Galah 17' },
    { field: fields.choice, value: 'cho_1' },
    { field: fields.secret, value: 'Currawong' },
  ];
  await runList(scope.db, insertValues(scope, ticket?.id ?? '', contact.accountId, values));
  const nils = await contactAtWork(await contactOf(tenant, { role: 'member', accountId: contact.accountId }));
  const mine = await nils.open();
  for (const word of ['galah', 'kooka', 'currawong'])
    expect(await numbersOf(tenant, amir, word), word).toEqual([number]);
  const access = (id: string, to: string) =>
    env.DB.prepare('update fields set portal_access = ? where id = ?').bind(to, id).run();
  expect(await numbersOf(tenant, nora, 'galah')).toEqual([number]);
  expect(await numbersOf(tenant, nora, 'kookaburra')).toEqual([number]);
  expect(await numbersOf(tenant, nora, 'currawong')).toEqual([]);
  expect(await numbersOf(tenant, nils, 'galah'), `not in ${mine}`).toEqual([]);
  await access(fields.plain.id, 'none');
  await access(fields.secret.id, 'read');
  expect(await numbersOf(tenant, nora, 'galah')).toEqual([]);
  expect((await find(tenant, nora, 'currawong')).hits.map(({ kind }) => kind)).toEqual(['field']);
  await env.DB.prepare('update ticket_field_values set value = ? where field_id = ?')
    .bind('"Lorikeet"', fields.secret.id)
    .run();
  expect(await numbersOf(tenant, nora, 'currawong')).toEqual([]);
  expect(await numbersOf(tenant, nora, 'lorikeet')).toEqual([number]);
  await env.DB.prepare('delete from ticket_field_values where tenant_id = ?').bind(tenant.id).run();
  for (const who of [nora, amir]) expect(await numbersOf(tenant, who, 'lorikeet')).toEqual([]);
});

test('a file is found by its name once it is sent, a note’s file by agents alone', async () => {
  const { tenant, contact, amir, nora } = await newDesk();
  const number = await nora.open();
  await env.DB.batch(
    ['message', 'note', 'field'].map((place, i) =>
      env.DB.prepare(
        `insert into attachments (tenant_id, id, owner_kind, owner_id, draft, name, size, type, object_key, created_at)
         values (?, ?, 'contact', ?, 'k', ?, 1, 'text/plain', ?, 1)`,
      ).bind(tenant.id, `att_${place}${tenant.id}`, contact.id, `Bilby-${place}.pdf`, `${tenant.id}${i}`),
    ),
  );
  for (const who of [nora, amir]) expect(await numbersOf(tenant, who, 'bilby')).toEqual([]);
  const secret = await newField(tenant, { type: 'file', access: 'none' });
  const shown = await newField(tenant, { type: 'file', access: 'write' });
  const place = (name: string, placeId: string) =>
    env.DB.prepare(
      `update attachments set place = ?1, place_id = ?2, attached_at = 1,
         ticket_id = (select id from tickets where tenant_id = ?3 and number = ?4) where id = ?5`,
    )
      .bind(name, placeId, tenant.id, number, `att_${name}${tenant.id}`)
      .run();
  for (const [name, placeId] of [
    ['message', 'msg_1'],
    ['note', 'not_1'],
    ['field', secret.id],
  ] as const)
    await place(name, placeId);
  const hold = (fieldId: string) =>
    env.DB.prepare(
      `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value)
       select tenant_id, id, ?3, 0, account_id, ?4 from tickets where tenant_id = ?1 and number = ?2`,
    )
      .bind(tenant.id, number, fieldId, JSON.stringify(`att_field${tenant.id}`))
      .run();
  const drop = () => env.DB.prepare('delete from ticket_field_values where tenant_id = ?').bind(tenant.id).run();
  for (const who of [nora, amir]) expect(await numbersOf(tenant, who, 'bilby field'), 'no field holds it').toEqual([]);
  await hold(secret.id);
  expect(await numbersOf(tenant, nora, 'bilby message')).toEqual([number]);
  expect(await numbersOf(tenant, nora, 'bilby-note.pdf')).toEqual([]);
  expect(await numbersOf(tenant, nora, 'bilby field')).toEqual([]);
  for (const typed of ['bilby-note.pdf', 'bilby field'])
    expect(await numbersOf(tenant, amir, typed), typed).toEqual([number]);
  await drop();
  expect(await numbersOf(tenant, amir, 'bilby field')).toEqual([]);
  await hold(shown.id);
  expect(await numbersOf(tenant, nora, 'bilby field')).toEqual([number]);
  await drop();
  await env.DB.prepare('delete from attachments where tenant_id = ?').bind(tenant.id).run();
  for (const who of [nora, amir]) expect(await numbersOf(tenant, who, 'bilby')).toEqual([]);
});

test('a ticket that moves to another account is found there, and nowhere else', async () => {
  const { tenant, amir, nora } = await newDesk();
  const ines = await contactAtWork(await contactOf(tenant));
  const number = await nora.open('Cassowary', 'Cassowary');
  await env.DB.prepare('update tickets set account_id = ?3 where tenant_id = ?1 and number = ?2')
    .bind(tenant.id, number, ines.claim.accountId)
    .run();
  expect(await numbersOf(tenant, nora, 'cassowary')).toEqual([]);
  expect(await numbersOf(tenant, ines, 'cassowary')).toEqual([number]);
  expect(await numbersOf(tenant, amir, 'cassowary')).toEqual([number]);
});

test('where a text stands in the order tells its time, not how much was written before', async () => {
  const { tenant, amir, nora } = await newDesk();
  const now = Date.now() + 60_000;
  const first = await nora.open('Kakapo', 'kakapo', { now });
  for (let i = 0; i < 5; i += 1) await amir.note(first, 'Between us', { now: now + 1000 });
  await nora.reply(first, 'kakapo', { now: now + 2000 });
  const { hits } = await find(tenant, nora, 'kakapo');
  expect(hits.map(({ at }) => at)).toEqual([(now + 2000) * 1024]);
});

test('after all of it the indexes hold what the texts say, and can be made anew', async () => {
  for (const index of ['ticket_search', 'ticket_search_agents']) {
    const ask = (command: string) => env.DB.prepare(`insert into ${index} (${index}, rank) values (${command})`).run();
    await ask("'integrity-check', 1");
    await ask("'rebuild', 0");
    await ask("'integrity-check', 1");
  }
});
