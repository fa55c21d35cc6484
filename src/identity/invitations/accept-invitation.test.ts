import { expect, test } from 'vitest';
import { nowhere } from '#lib/origin.ts';
import { actionsOf, placesOf } from '../../../test/helpers/accept-invitation.ts';
import { contactAtWork } from '../../../test/helpers/at-work.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { invited } from '../../../test/helpers/invite.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { acceptInvitation } from './accept-invitation.ts';
import type { OpenedInvitation } from './invitation.ts';

async function scene() {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const [ines, thief] = [await contactOf(tenant), await contactOf(tenant)];
  const { id, email } = await invited(nora, { email: ines.email });
  const invitation: OpenedInvitation = {
    id,
    email,
    state: 'open',
    accountId: nora.accountId,
    account: '',
    role: 'member',
    inviterName: '',
    contactId: ines.id,
  };
  return { tenant, nora, ines, thief, invitation };
}

test('a session accepts for its own address and for no other, whatever the caller believes', async () => {
  const { tenant, nora, ines, thief, invitation } = await scene();
  const scope = await scopeOf(tenant);
  const before = await actionsOf(tenant.id);
  const { claim: another } = await contactAtWork(thief);
  expect(await acceptInvitation(scope, another, { ...invitation, contactId: thief.id }, nowhere)).toBe(null);
  expect(await placesOf(tenant.id, thief.email)).toHaveLength(1);
  const { claim } = await contactAtWork(ines);
  expect(await acceptInvitation(scope, { ...claim, isViewAs: true }, invitation, nowhere)).toBe(null);
  expect((await actionsOf(tenant.id)).filter((action) => action !== 'session.opened')).toEqual(before);
  expect(await acceptInvitation(scope, claim, invitation, nowhere)).toMatchObject({
    accountId: nora.accountId,
    role: 'member',
    sees: 'own',
  });
});

test('not for another account than its own, nor at another tenant', async () => {
  const { tenant, ines, thief, invitation } = await scene();
  const { claim } = await contactAtWork(ines);
  const globex = await scopeOf(await newTenant());
  expect(await acceptInvitation(globex, claim, invitation, nowhere)).toBe(null);
  const forged = { ...invitation, accountId: thief.accountId };
  expect(await acceptInvitation(await scopeOf(tenant), claim, forged, nowhere)).toBe(null);
  expect((await placesOf(tenant.id, ines.email)).map(({ account_id }) => account_id)).not.toContain(thief.accountId);
});
