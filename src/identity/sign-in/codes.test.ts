import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { atTime } from '../../../test/helpers/at-time.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, testEnv } from '../../../test/helpers/post-office.ts';
import { cookiesOf, request } from '../../../test/helpers/request.ts';

interface Browser {
  readonly host: string;
  readonly cookie: string;
}

async function ask(host: string, email: string): Promise<Browser> {
  return { host, cookie: cookiesOf(await request(host, '/sign-in', { form: { email } })) };
}

const enter = ({ host, cookie }: Browser, code: string, bindings?: Env) =>
  request(host, '/sign-in/code', { cookie, form: { code }, ...(bindings && { env: bindings }) });

const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

async function triesOf(tenantId: string): Promise<number> {
  const query = 'select max(tries) as n from sign_in_challenges where tenant_id = ?';
  return (await env.DB.prepare(query).bind(tenantId).first<number>('n')) ?? -1;
}

test('20 simultaneous wrong codes count as at most five, and then the right one does not work either', async () => {
  const nora = await contactOf(await newTenant());
  const browser = await ask(nora.tenant.host, nora.email);
  const { code } = newestSignInMail(nora.email);
  const answers = await Promise.all(Array.from({ length: 20 }, () => enter(browser, wrong(code))));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([422]));
  expect(await triesOf(nora.tenant.id)).toBe(5);
  expect((await enter(browser, code)).status).toBe(422);
});

test('the fifth try may still be right', async () => {
  const nora = await contactOf(await newTenant());
  const browser = await ask(nora.tenant.host, nora.email);
  const { code } = newestSignInMail(nora.email);
  for (let i = 0; i < 4; i += 1) expect((await enter(browser, wrong(code))).status).toBe(422);
  expect((await enter(browser, code)).status).toBe(303);
});

test('a code works in no other browser, not even in one that asked for the same address', async () => {
  const nora = await contactOf(await newTenant());
  const eve = await ask(nora.tenant.host, nora.email);
  const own = await ask(nora.tenant.host, nora.email);
  const { code } = newestSignInMail(nora.email);
  expect((await enter(eve, code)).status).toBe(422);
  expect((await enter({ ...own, cookie: '' }, code)).status).toBe(422);
  expect((await enter(own, code)).status).toBe(303);
});

test('a new request voids the code and the link before it', async () => {
  const nora = await contactOf(await newTenant());
  const first = await ask(nora.tenant.host, nora.email);
  const old = newestSignInMail(nora.email);
  await ask(nora.tenant.host, nora.email);
  expect((await enter(first, old.code)).status).toBe(422);
  const link = await request(nora.tenant.host, new URL(old.link).pathname, { method: 'POST' });
  expect(link.status).toBe(410);
  expect(await link.text()).toContain('There is a newer link');
});

test('a code lasts ten minutes from the ask', async () => {
  const nora = await contactOf(await newTenant());
  const now = Date.now();
  const browser = await atTime(now, () => ask(nora.tenant.host, nora.email));
  const { code } = newestSignInMail(nora.email);
  expect((await atTime(now + 600_000, () => enter(browser, code))).status).toBe(422);
  expect((await atTime(now + 599_999, () => enter(browser, code))).status).toBe(303);
});

test('after the failed codes of a day no code of that address works, whatever the cookie says; the link does', async () => {
  const nora = await contactOf(await newTenant());
  const strict = testEnv({ LIMIT_FAILED_CODES_PER_ADDRESS_DAY: '7' });
  const { host } = nora.tenant;
  for (const tries of [5, 2]) {
    const browser = await ask(host, nora.email);
    const { code } = newestSignInMail(nora.email);
    for (let i = 0; i < tries; i += 1) await enter(browser, wrong(code), strict);
  }
  const browser = await ask(host, nora.email);
  const { code, link } = newestSignInMail(nora.email);
  const other = cookiesOf(await request(host, '/sign-in', { form: { email: 'else@where.test' } }));
  const hash = /__Host-signin=([\w-]{43})/.exec(browser.cookie)?.[1] ?? '';
  const forged = other.replace(/(__Host-signin=)[\w-]{43}/, `$1${hash}`);
  expect((await enter(browser, code, strict)).status).toBe(422);
  expect((await enter({ host, cookie: forged }, code, strict)).status).toBe(422);
  expect((await request(host, new URL(link).pathname, { method: 'POST', env: strict })).status).toBe(303);
});

test('right codes are no failures', async () => {
  const nora = await contactOf(await newTenant());
  const strict = testEnv({ LIMIT_FAILED_CODES_PER_ADDRESS_DAY: '1' });
  for (let i = 0; i < 4; i += 1) {
    const browser = await ask(nora.tenant.host, nora.email);
    expect((await enter(browser, newestSignInMail(nora.email).code, strict)).status).toBe(303);
  }
});

test.each([
  ['%s', (code: string) => ` ${code.slice(0, 3)}  ${code.slice(3)}\u00a0`],
  ['hyphens', (code: string) => `${code.slice(0, 3)}–${code.slice(3)}`],
  ['full-width digits', (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
])('a code may be pasted with %s', async (_name, write) => {
  const nora = await contactOf(await newTenant());
  const browser = await ask(nora.tenant.host, nora.email);
  expect((await enter(browser, write(newestSignInMail(nora.email).code))).status).toBe(303);
});

test.each(['', '12345', '1234567', 'abcdef', '٤٥٦٧٨٩', '\u0000'.repeat(6), '9'.repeat(10_000)])(
  '%j is answered like a wrong code and counts no try',
  async (typed) => {
    const nora = await contactOf(await newTenant());
    const browser = await ask(nora.tenant.host, nora.email);
    const answer = await enter(browser, typed);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('That code does not work.');
    expect(await triesOf(nora.tenant.id)).toBe(0);
  },
);

test('without the cookie the page asks for the address again, in the same words', async () => {
  const { host } = await newTenant();
  const answer = await request(host, '/sign-in/code', { form: { code: '123456' } });
  expect(await answer.text()).toContain('That code does not work. A code lasts 10 minutes and 5 tries.');
  expect((await request(host, '/sign-in/code')).headers.get('Location')).toBe('/sign-in?by=mail&return_to=%2F');
});
