import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';

const searchFor = (words: string) => `/?${new URLSearchParams({ q: words })}`;

test('a contact finds a request by a word of a reply, marked', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open('The gate', 'It is stuck.');
  await nora.open('Another');
  await amir.reply(number, 'Please send the **serial** number of the [turbine](https://x.test/).');
  const page = await portalOf(nora).page(searchFor('serial turb'));
  expect(page).toContain('<mark>serial</mark> number of the <mark>turbine</mark>.');
  expect(page).toContain(`href="/requests/${number}`);
  expect(wordsOf(page)).not.toContain('Another');
});

test('a number with its sign leads to the request, to nobody else’s', async () => {
  const { tenant, nora } = await newDesk();
  const ines = await contactAtWork(await contactOf(tenant));
  const number = await nora.open('The gate', 'It is stuck.');
  await ines.open('As in', `As in #${number}.`);
  const led = await portalOf(nora).ask(searchFor(`#${number}`));
  expect([led.status, led.headers.get('Location')]).toEqual([303, `/requests/${number}`]);
  const other = await portalOf(ines).ask(searchFor(`#${number}`));
  expect(other.status).toBe(200);
  expect(wordsOf(await other.text())).toContain('As in');
});

test('no word of a note, of a closed field, of a colleague’s or another’s request is found or shown', async () => {
  const { tenant, contact, amir, nora } = await newDesk();
  const { accountId } = contact;
  const nils = await contactAtWork(await contactOf(tenant, { role: 'member', accountId }));
  const ines = await contactAtWork(await contactOf(tenant));
  const there = await newDesk();
  const number = await nora.open('Quokka', 'Wombat');
  await amir.note(number, 'Wombat of the note: Bilby');
  const field = await newField(tenant, { access: 'none', label: 'Churn' });
  await env.DB.prepare(
    `insert into ticket_field_values (tenant_id, ticket_id, field_id, ordinal, account_id, value, text_key)
     select tenant_id, id, ?3, 0, account_id, '"Numbat"', 'numbat' from tickets where tenant_id = ?1 and number = ?2`,
  )
    .bind(tenant.id, number, field.id)
    .run();
  const hers = await portalOf(nora).page(searchFor('wombat'));
  expect(hers).toContain('<mark>Wombat</mark>');
  expect(hers).not.toContain('of the note');
  for (const word of ['bilby', 'numbat', 'churn'])
    expect(await portalOf(nora).page(searchFor(word)), word).not.toContain(`/requests/${number}`);
  for (const who of [nils, ines, there.nora]) {
    const page = await portalOf(who).page(searchFor('wombat'));
    expect(page).not.toContain('<mark>');
    expect(page).not.toContain('Quokka');
  }
});

test('what people wrote cannot become part of the page', async () => {
  const { nora } = await newDesk();
  await nora.open('<b>needle</b>', '</p><script>alert(1)</script> needle \u0002x\u0003 \u202e');
  const page = await portalOf(nora).page(searchFor('needle"><script>'));
  expect(page).not.toMatch(/<b>|<script>alert|"><script>|\u0002|\u0003/);
  expect(await portalOf(nora).page(searchFor('needle'))).not.toMatch(/<b>|<script>alert|\u0002|\u0003/);
});
