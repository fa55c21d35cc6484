import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail, signInMails } from '../../../test/helpers/post-office.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

const path = '/settings/addresses';
const newAddress = () => `second-${crypto.randomUUID().slice(0, 8)}@private.test`;

async function noraAtHome() {
  const tenant = await newTenant();
  const nora = await contactOf(tenant, { name: 'Nora' });
  const browser = portalOf({ signedIn: await signIn(nora) });
  const post = (where: string, form: Record<string, string>) => browser.ask(`${path}${where}`, { form });
  const add = async (email: string) => {
    await post('', { email });
    return post('/code', { code: codeTo(email) });
  };
  return { tenant, nora, browser, post, add };
}

const codeTo = (email: string) => /\b\d{6}\b/.exec(sentMail(email)[0]?.text ?? '')?.[0] ?? 'no code';

const addressesOf = async (contactId: string) =>
  (
    await env.DB.prepare('select email from contact_addresses where contact_id = ? order by email')
      .bind(contactId)
      .all<{ email: string }>()
  ).results.map(({ email }) => email);

test('a code to the new address adds it; signing in with it is the same person; the main one is told', async () => {
  const { tenant, nora, browser, post } = await noraAtHome();
  const email = newAddress();
  const asked = await post('', { email: ` ${email.toUpperCase()} ` });
  expect(asked.headers.get('Location')).toBe(`${path}/code`);
  expect(await addressesOf(nora.id)).toEqual([nora.email]);
  const [mail] = sentMail(email);
  expect(mail?.subject).toContain(codeTo(email));
  expect(mail?.text).not.toContain('Nora');
  expect(await browser.page(`${path}/code`)).toContain(email);
  const done = await post('/code', { code: ` ${codeTo(email).slice(0, 3)} ${codeTo(email).slice(3)} ` });
  expect(done.headers.get('Location')).toBe(`${path}?said=added`);
  const page = await browser.page(`${path}?said=added`);
  for (const text of ['The address is added.', email, 'Make main']) expect(page).toContain(text);
  expect(sentMail(nora.email)[0]?.subject).toContain('An address was added');
  const again = await signIn({ ...nora, email });
  const settings = await (await request(again.host, '/settings', { cookie: again.cookie })).text();
  expect(fieldOf(settings, 'name')).toBe('Nora');
  const { results } = await env.DB.prepare(
    "select detail from audit_entries where tenant_id = ? and action = 'address.added'",
  )
    .bind(tenant.id)
    .all();
  expect(results).toEqual([{ detail: '{}' }]);
});

test('the code stands in the mail and nowhere else', async () => {
  const { tenant, post } = await noraAtHome();
  const email = newAddress();
  await post('', { email });
  const stored = await env.DB.batch(
    ['address_proofs', 'outbox', 'counters', 'audit_entries'].map((table) =>
      env.DB.prepare(`select * from ${table} where tenant_id = ?`).bind(tenant.id),
    ),
  );
  const text = JSON.stringify(stored.map(({ results }) => results));
  expect(text).toContain('address_code');
  expect(text).not.toMatch(new RegExp(`\\b${codeTo(email)}\\b`));
});

test('nobody learns whether an address is known elsewhere before its code says whose it is', async () => {
  const { tenant, nora, browser, post } = await noraAtHome();
  const nils = await contactOf(tenant, { email: newAddress() });
  const unknown = newAddress();
  const answers = [];
  for (const email of [nils.email, unknown]) {
    const answer = await post('', { email });
    answers.push([
      answer.status,
      answer.headers.get('Location'),
      (await browser.page(`${path}/code`)).replaceAll(email, ''),
    ]);
    answers.push([sentMail(email).length]);
  }
  expect(answers.slice(0, 2)).toEqual(answers.slice(2));
  await post('', { email: nils.email });
  const taken = await post('/code', { code: codeTo(nils.email) });
  expect(taken.status).toBe(422);
  expect(await taken.text()).toContain('another person here has it already');
  expect(await addressesOf(nils.id)).toEqual([nils.email]);
  expect(await addressesOf(nora.id)).toEqual([nora.email]);
});

test('a code has five tries and ten minutes, and a newer one takes its place', async () => {
  const { nora, post } = await noraAtHome();
  const email = newAddress();
  await post('', { email });
  const first = codeTo(email);
  await post('', { email });
  const code = codeTo(email);
  if (first !== code) expect((await post('/code', { code: first })).status).toBe(422);
  const wrong = code === '111111' ? '222222' : '111111';
  for (let i = first === code ? 0 : 1; i < 5; i += 1) expect((await post('/code', { code: wrong })).status).toBe(422);
  expect((await post('/code', { code })).status).toBe(422);
  await post('', { email });
  await env.DB.prepare('update address_proofs set expires_at = ? where contact_id = ?')
    .bind(Date.now() - 1, nora.id)
    .run();
  expect((await post('/code', { code: codeTo(email) })).headers.get('Location')).toBe(path);
  expect(await addressesOf(nora.id)).toEqual([nora.email]);
});

test('an hour sees five codes; the sixth is refused kindly', async () => {
  const { post } = await noraAtHome();
  for (let i = 0; i < 5; i += 1) expect((await post('', { email: newAddress() })).status).toBe(303);
  const email = newAddress();
  const refused = await post('', { email });
  expect(refused.status).toBe(429);
  const page = await refused.text();
  expect(page).toContain('Try again in an hour.');
  expect(fieldOf(page, 'email')).toBe(email);
  expect(sentMail(email)).toEqual([]);
});

test('fifty wrong codes a day are the end for an address, however often it is asked for', async () => {
  const { tenant, nora, post } = await noraAtHome();
  const email = newAddress();
  await post('', { email });
  await post('/code', { code: codeTo(email) === '111111' ? '222222' : '111111' });
  await env.DB.prepare("update counters set n = 50 where tenant_id = ? and scope_key like 'address-codes|%'")
    .bind(tenant.id)
    .run();
  await post('', { email });
  expect((await post('/code', { code: codeTo(email) })).status).toBe(422);
  expect(await addressesOf(nora.id)).toEqual([nora.email]);
});

test('another address becomes the main one, the old one is told and can then go; the main one cannot', async () => {
  const { nora, browser, post, add } = await noraAtHome();
  const email = newAddress();
  await add(email);
  expect((await post('/removal', { email: nora.email })).status).toBe(404);
  expect((await post('/main', { email })).headers.get('Location')).toBe(`${path}?said=main`);
  expect(sentMail(nora.email)[0]?.subject).toContain('You have a new main address');
  expect(await browser.page('/settings')).toContain(email);
  const { link } = await askToSignIn(nora.tenant.host, nora.email);
  expect((await post('/removal', { email: nora.email })).headers.get('Location')).toBe(`${path}?said=removed`);
  expect(await addressesOf(nora.id)).toEqual([email]);
  expect(sentMail(email)[0]?.subject).toContain('An address was removed');
  const late = await request(nora.tenant.host, new URL(link).pathname, { form: {} });
  expect(late.status).toBe(410);
  expect((await post('/removal', { email })).status).toBe(404);
});

async function askToSignIn(host: string, email: string) {
  await request(host, '/sign-in', { form: { email } });
  const [mail] = signInMails(email);
  if (!mail) throw new Error('No sign-in mail');
  return mail;
}

test('what is changed is asked of a fresh sign-in only', async () => {
  const { nora, browser, post, add } = await noraAtHome();
  const email = newAddress();
  await add(email);
  await env.DB.prepare('update sessions set created_at = ? where subject_id = ?')
    .bind(Date.now() - 61 * 60_000, nora.id)
    .run();
  const page = await browser.page(path);
  expect(page).toContain('Is it you?');
  expect(page).not.toContain('Make main');
  for (const [where, form] of [
    ['', { email: newAddress() }],
    ['/main', { email }],
    ['/removal', { email }],
    ['/code', { code: '123456' }],
  ] as const) {
    expect((await post(where, form)).headers.get('Location'), where).toBe(path);
  }
  expect(await addressesOf(nora.id)).toEqual([nora.email, email].sort());
  const main = await env.DB.prepare('select email from contacts where id = ?').bind(nora.id).first('email');
  expect(main).toBe(nora.email);
});

test.each([
  ['', 'Please fill this in.'],
  ['nobody', 'Please write an address'],
  ['a@x.test,b@y.test', 'Please write an address'],
  ['<script>@x.test', 'Please write an address'],
])('%j is no address', async (email, said) => {
  const { post } = await noraAtHome();
  const answer = await post('', { email });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(said);
  expect(page).not.toContain('<script>@');
});

test('one’s own address is not asked for again, and another’s cannot be taken or removed', async () => {
  const { tenant, nora, post } = await noraAtHome();
  expect(await (await post('', { email: nora.email })).text()).toContain('one of your addresses already');
  const nils = await contactOf(tenant);
  const elsewhere = await contactOf(await newTenant());
  for (const { email } of [nils, elsewhere]) {
    expect((await post('/main', { email })).status).toBe(404);
    expect((await post('/removal', { email })).status).toBe(404);
  }
  expect(await addressesOf(nils.id)).toEqual([nils.email]);
});

test('the same code sent twice at once adds the address once', async () => {
  const { nora, post } = await noraAtHome();
  const email = newAddress();
  await post('', { email });
  const form = { code: codeTo(email) };
  const answers = await Promise.all([post('/code', form), post('/code', form)]);
  expect(answers.filter(({ status }) => status === 500)).toEqual([]);
  expect(await addressesOf(nora.id)).toEqual([nora.email, email].sort());
});
