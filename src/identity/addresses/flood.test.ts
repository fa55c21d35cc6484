import { expect, test } from 'vitest';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant } from '../../../test/helpers/new-tenant.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { request } from '../../../test/helpers/request.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';

test('nobody’s mailbox is flooded with codes by many who say that it is theirs', async () => {
  const tenant = await newTenant();
  const name = crypto.randomUUID().slice(0, 8);
  const typed = Array.from({ length: 7 }, (_, i) => `${name}${i % 2 === 0 ? '' : `+${i}`}@victim.test`);
  const statuses = [];
  for (const email of typed) {
    const { cookie, host } = await signIn(await contactOf(tenant));
    statuses.push((await request(host, '/settings/addresses', { cookie, form: { email } })).status);
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
  expect([...new Set(typed)].flatMap((email) => sentMail(email))).toHaveLength(5);
});
