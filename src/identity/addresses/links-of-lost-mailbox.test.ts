import { expect, test } from 'vitest';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { sentMail } from '../../../test/helpers/post-office.ts';
import { request } from '../../../test/helpers/request.ts';
import { mailed, mailedLink } from '../../../test/helpers/ticket-link.ts';

test('who takes an address away shuts what was mailed to it: no link there opens a request any more', async () => {
  const { tenant, amir, nora, contact, number, path } = await mailed();
  const post = (where: string, form: Record<string, string>) =>
    portalOf({ signedIn: nora.signedIn }).ask(`/settings/addresses${where}`, { form });
  const email = `own-${crypto.randomUUID().slice(0, 8)}@private.test`;
  await post('', { email });
  await post('/code', { code: /\b\d{6}\b/.exec(sentMail(email)[0]?.text ?? '')?.[0] ?? '' });
  await post('/main', { email });
  expect((await request(tenant.host, path)).status).toBe(200);
  expect((await post('/removal', { email: contact.email })).status).toBe(303);
  expect((await request(tenant.host, path)).status).toBe(410);
  await amir.reply(number, 'Still there?');
  const next = await mailedLink(tenant, amir, email);
  expect((await request(tenant.host, next)).status).toBe(200);
  // An address that is not theirs takes nothing away.
  expect((await post('/removal', { email: 'nobody@nowhere.test' })).status).toBe(404);
  expect((await request(tenant.host, next)).status).toBe(200);
});
