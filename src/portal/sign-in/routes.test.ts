import { expect, test } from 'vitest';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail, signInMails } from '../../../test/helpers/post-office.ts';
import { cookiesOf, fieldOf, request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

test('a contact signs in by the link of the mail and sees their settings', async () => {
  const nora = await contactOf(await newTenant(), { name: 'Nora' });
  const { host, cookie } = await signIn(nora);
  const page = await request(host, '/settings', { cookie });
  expect(page.status).toBe(200);
  expect(fieldOf(await page.text(), 'name')).toBe('Nora');
});

test('a contact signs in by the code, typed with spaces, in the browser that asked', async () => {
  const nora = await contactOf(await newTenant());
  const asked = await request(nora.tenant.host, '/sign-in', {
    form: { email: ' NORA@x.test '.replace('NORA@x.test', nora.email.toUpperCase()) },
  });
  expect(asked.status).toBe(303);
  const { code } = newestSignInMail(nora.email);
  const cookie = cookiesOf(asked);
  const page = await (await request(nora.tenant.host, '/sign-in/code', { cookie })).text();
  expect(page).toContain(nora.email);
  const spaced = `${code.slice(0, 3)} ${code.slice(3)} `;
  const form = { code: spaced, attempt: fieldOf(page, 'attempt'), return_to: '/' };
  const answer = await request(nora.tenant.host, '/sign-in/code', { cookie, form });
  expect(answer.status).toBe(303);
  expect(cookiesOf(answer)).toContain('__Host-session=');
  expect(signInMails(nora.email)).toHaveLength(1);
});
