import { expect, test } from 'vitest';
import { nowhere } from '#lib/origin.ts';
import { acceptByMail, actionsOf, placesOf, pressInvitation, rowsOf } from '../../../test/helpers/accept-invitation.ts';
import { ownerOf } from '../../../test/helpers/agent-of.ts';
import { contactOf } from '../../../test/helpers/contact-of.ts';
import { invited } from '../../../test/helpers/invite.ts';
import { newTenant, scopeOf } from '../../../test/helpers/new-tenant.ts';
import { signIn } from '../../../test/helpers/sign-in.ts';
import { addMember } from './add-member.ts';
import { changeRole } from './change-role.ts';
import { removeMember } from './remove-member.ts';

/** Nils was invited, came in by another door, and still has the invitation. */
async function scene() {
  const tenant = await newTenant();
  const nora = await contactOf(tenant);
  const nils = await contactOf(tenant);
  const { accountId } = nora;
  const scope = await scopeOf(tenant);
  const place = { contactId: nils.id, accountId };
  const invitation = await invited(nora, { email: nils.email, role: 'admin' });
  const others = await invited(nora, { email: 'else@newcomer.test' });
  await addMember(scope, ownerOf(tenant), { ...place, role: 'member' }, nowhere);
  const places = async () => (await placesOf(tenant.id, nils.email)).filter((one) => one.account_id === accountId);
  const pending = () =>
    rowsOf<{ email: string }>(
      'select email from invitations where tenant_id = ? and withdrawn_at is null and accepted_at is null',
      tenant.id,
    );
  return { tenant, nora, nils, scope, place, invitation, others, places, pending };
}

test('an invitation that still waits brings nobody back who was removed since', async () => {
  const { tenant, nora, nils, scope, place, invitation, others, places, pending } = await scene();
  await removeMember(scope, nora, place, nowhere);
  const { cookie } = await signIn(nils);
  expect((await pressInvitation(invitation, cookie)).status).toBe(410);
  expect(await places()).toEqual([]);
  await expect(acceptByMail(invitation)).rejects.toThrow('410');
  expect(await pending()).toEqual([{ email: others.email }]);
  expect(await actionsOf(tenant.id)).toContain('invitation.withdrawn');
});

test('nor anybody whose access was taken away; a new invitation does', async () => {
  const { tenant, nora, nils, scope, place, invitation, places } = await scene();
  await changeRole(scope, ownerOf(tenant), { ...place, role: 'none' }, nowhere);
  const { cookie } = await signIn(nils);
  await pressInvitation(invitation, cookie);
  expect(await places()).toMatchObject([{ role: 'none' }]);
  await pressInvitation(await invited(nora, { email: nils.email }), cookie);
  expect(await places()).toMatchObject([{ role: 'member' }]);
});

test('who loses no access keeps what they were offered', async () => {
  const { nora, scope, place, pending } = await scene();
  await changeRole(scope, nora, { ...place, role: 'admin' }, nowhere);
  await changeRole(scope, nora, { ...place, role: 'member' }, nowhere);
  expect(await pending()).toHaveLength(2);
});
