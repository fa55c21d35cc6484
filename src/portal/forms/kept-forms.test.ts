import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { testEnv } from '../../../test/helpers/post-office.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

/** A contact whose session has ended under an open thread. */
async function scene() {
  const nora = await contactAtWork(await contactOf(await newTenant()));
  const number = await nora.open();
  const portal = portalOf(nora);
  const { body: _, ...keys } = await portal.filled(`/requests/${number}`, { body: '' });
  await portal.ask('/sign-out', { method: 'POST' });
  return { portal, number, keys, back: async () => portalOf({ signedIn: await signIn(nora.signedIn.person) }) };
}

test('a button pressed after the words were kept takes none of them away', async () => {
  const { portal, number, keys, back } = await scene();
  const kept = await portal.ask(`/requests/${number}/messages`, { form: { ...keys, body: 'My long words' } });
  expect(await kept.text()).toContain('What you wrote is kept');
  const pressed = await portal.ask(`/requests/${number}/solution`, { form: keys });
  expect(await pressed.text()).not.toContain('What you wrote is kept');
  expect(await (await back()).page(`/requests/${number}`)).toContain('My long words');
});

test('no page says that words are kept where they are not', async () => {
  const { portal, keys } = await scene();
  const answers: string[] = [];
  for (let number = 2001; number <= 2021; number += 1) {
    const answer = await portal.ask(`/requests/${number}/messages`, { form: { ...keys, body: 'Words' } });
    answers.push(await answer.text());
  }
  expect(answers[19]).toContain('What you wrote is kept');
  expect(answers[20]).not.toContain('What you wrote is kept');
  expect(answers[20]).toContain('your text is still there');
  const named = await portal.ask('/welcome', { form: { name: 'Nora' } });
  expect(await named.text()).not.toContain('What you wrote is kept');
});

test('words that cannot be kept are met by the same page, which says where they still are', async () => {
  const { portal, number, keys } = await scene();
  const DB = new Proxy(env.DB, {
    get(target, key) {
      const own: unknown = Reflect.get(target, key);
      if (key !== 'prepare') return typeof own === 'function' ? own.bind(target) : own;
      return (sql: string) => target.prepare(sql.startsWith('insert into drafts') ? 'no statement' : sql);
    },
  });
  const form = { ...keys, body: 'Words' };
  const answer = await portal.ask(`/requests/${number}/messages`, { form, env: testEnv({ DB }) });
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain('your text is still there');
});

test('words that come in before a workspace was chosen wait in the one they were written for', async () => {
  const tenant = await newTenant();
  const accountId = await accountOf(tenant);
  const marta = await contactOf(tenant, { also: [{ accountId, role: 'admin' }] });
  const first = portalOf({ signedIn: await signIn(marta) });
  const inside = await first.enter(marta.accountId);
  const form = await inside.filled('/requests/new', { subject: 'Late', body: 'My long words' });
  const second = portalOf({ signedIn: await signIn(marta) });
  const answer = await second.ask('/requests/new', { form });
  expect(answer.headers.get('Location')).toBe('/workspaces?return_to=%2Frequests%2Fnew');
  const elsewhere = await second.enter(accountId);
  expect(await elsewhere.page('/requests/new')).not.toContain('My long words');
  expect(await (await elsewhere.enter(marta.accountId)).page('/requests/new')).toContain('My long words');
});
