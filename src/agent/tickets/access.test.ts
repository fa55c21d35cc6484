import { expect, test } from 'vitest';
import { accountDesk } from '../../../test/helpers/account-desk.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { wordsOf } from '../../../test/helpers/desk-page.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';

async function ticketOfNora() {
  const desk = await accountDesk();
  const nils = await contactOf(desk.tenant, { name: 'Nils Berger', role: 'member', accountId: desk.nora.accountId });
  const number = await (await contactAtWork(desk.nora)).open('Quokka at the gate');
  const ask = async (person = '') =>
    wordsOf(await desk.agent.page(`/tickets/${number}/access?person=${encodeURIComponent(person)}`));
  return { ...desk, nils, number, ask };
}

test('an agent reads who can see a ticket, and why', async () => {
  const { ask, number, agent, person, account } = await ticketOfNora();
  const words = await ask();
  expect(words).toMatch(/Nora Lind sees it because they are an admin of Customer \d+ : admins see every ticket/);
  expect(words).not.toContain('Nils Berger');
  const ticket = await agent.page(`/tickets/${number}`);
  for (const href of [`/tickets/${number}/access`, person, account]) expect(ticket).toContain(`href="${href}"`);
});

test('asked about somebody, the page answers for them, whether they see it or not', async () => {
  const { ask, nils, owner, account, number, agent } = await ticketOfNora();
  expect(await ask(` ${nils.email.toUpperCase()} `)).toMatch(
    /Nils Berger cannot see it, because they neither opened it/,
  );
  expect(await ask(nils.id)).toMatch(/Nils Berger cannot see it/);
  await owner.ask(`${account}/edit`, { form: { name: 'Northwind', external_id: '', sight: 'all' } });
  expect(await ask(nils.email)).toMatch(/Nils Berger sees it because they are a member of Northwind , which lets/);
  expect(await ask('ghost@nowhere.test')).toContain('Nobody with this address is a customer here');
  expect(await ask('no address')).toContain('Please write one address');
  const script = await agent.page(`/tickets/${number}/access?person=${encodeURIComponent('"><script>x</script>')}`);
  expect(script).not.toContain('<script>x');
});

test('people and tickets of another tenant are unknown', async () => {
  const { ask, agent } = await ticketOfNora();
  const hal = await contactOf(await newTenant(), { name: 'Hal Elsewhere' });
  for (const asked of [hal.email, hal.id]) {
    const words = await ask(asked);
    expect(words).toContain('Nobody with this address is a customer here');
    expect(words).not.toContain('Hal Elsewhere');
  }
  for (const path of ['/tickets/999999/access', '/tickets/x/access', '/tickets/-1/access'])
    expect((await agent.ask(path)).status, path).toBe(404);
});
