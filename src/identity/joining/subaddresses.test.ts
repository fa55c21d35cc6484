import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { nowhere } from '#lib/origin.ts';
import { placesOf, rowsOf } from '../../../test/helpers/accept-invitation.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { accountOf, contactOf } from '../../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { newestSignInMail } from '../../../test/helpers/post-office.ts';
import { fieldOf, request } from '../../../test/helpers/request.ts';
import { removeMember } from '../members/remove-member.ts';

/** An account that everybody of a domain joins, and from which somebody was removed. */
async function scene(gone: string) {
  const tenant = await newTenant();
  const domain = `${crypto.randomUUID().slice(0, 8)}.test`;
  const accountId = await accountOf(tenant);
  await contactOf(tenant, { accountId });
  const { id: contactId } = await contactOf(tenant, { accountId, email: `${gone}@${domain}`, role: 'member' });
  await env.DB.batch([
    env.DB.prepare("update tenant_settings set newcomers = 'domains' where tenant_id = ?").bind(tenant.id),
    env.DB.prepare("insert into account_domains values (?, ?, ?, 'member', ?, ?, 1)").bind(
      tenant.id,
      domain,
      accountId,
      1,
      tenant.ownerId,
    ),
  ]);
  await removeMember(await scopeOf(tenant), ownerOf(tenant), { contactId, accountId }, nowhere);
  const comeAs = async (local: string) => {
    const email = `${local}@${domain}`;
    await request(tenant.host, '/sign-in', { form: { email } });
    const { pathname } = new URL(newestSignInMail(email).link);
    const page = await (await request(tenant.host, pathname)).text();
    await request(tenant.host, pathname, { form: { attempt: fieldOf(page, 'attempt') } });
    return (await placesOf(tenant.id, email)).map(({ role }) => role);
  };
  const asked = () =>
    rowsOf<{ email: string }>('select email from access_requests where tenant_id = ? order by email', tenant.id);
  return { tenant, domain, comeAs, asked };
}

test.each([
  ['nils', 'nils+again'],
  ['nils+old', 'nils'],
  ['nils+old', 'nils+new'],
])('%s was removed: coming as %s asks an admin, for it is the same mailbox (RFC 5233)', async (gone, back) => {
  const { domain, comeAs, asked } = await scene(gone);
  expect(await comeAs(back)).toEqual([]);
  expect(await asked()).toEqual([{ email: `${back}@${domain}` }]);
});

test('whom the company has disabled does not come back as a newcomer either, nor asks to', async () => {
  const { tenant, comeAs, asked } = await scene('nils');
  await env.DB.prepare("update contacts set state = 'disabled' where tenant_id = ? and email like 'nils@%'")
    .bind(tenant.id)
    .run();
  expect(await comeAs('nils+again')).toEqual([]);
  await env.DB.prepare("update tenant_settings set newcomers = 'requests' where tenant_id = ?").bind(tenant.id).run();
  expect(await comeAs('nils+more')).toEqual([]);
  expect(await asked()).toEqual([]);
});

test.each(['nilsson', 'nil', 'nilsson+1', '+nils', 'n_ls'])('%s is somebody else, and joins', async (local) => {
  const { comeAs, asked } = await scene('nils');
  expect(await comeAs(local)).toEqual(['member']);
  expect(await asked()).toEqual([]);
});
