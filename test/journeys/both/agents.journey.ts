import { appCode, setUpApp } from '../support/authenticator.ts';
import { typeCode } from '../support/code-page.ts';
import { newCompany } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { mailTo, signInMailTo } from '../support/mailbox.ts';
import { agentHost, at } from '../support/places.ts';

test('an agent sets up a second step, gives it at the next sign-in, and gets in with a recovery code', async ({
  company,
  enter,
  javaScriptEnabled: hasScript,
}) => {
  const first = await enter(company.amir);
  const { key, codes } = await setUpApp(first, hasScript);
  expect(codes).toHaveLength(10);
  await first.getByRole('link', { name: 'I have kept them' }).click();
  await expect(first.getByRole('table', { name: 'Second step' })).toContainText('Authenticator app');

  const next = await enter(company.amir);
  await next.goto(at(agentHost, '/tickets?view=open'));
  await expect(next.getByRole('heading', { name: 'Confirm it is you' })).toBeVisible();
  await next.getByLabel('Code from your authenticator app').fill('000 000');
  if (!hasScript) await next.getByRole('button', { name: 'Confirm' }).first().click();
  await expect(next.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await next.getByLabel('Code from your authenticator app').fill(appCode(key));
  if (!hasScript) await next.getByRole('button', { name: 'Confirm' }).first().click();
  await expect(next.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();

  const lost = await enter(company.amir);
  await lost.goto(at(agentHost, '/tickets'));
  await lost.getByText('Use a recovery code instead').click();
  await lost.getByLabel('Recovery code', { exact: true }).fill(codes[0] ?? '');
  await lost.locator('details').getByRole('button', { name: 'Confirm' }).click();
  await expect(lost.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await lost.goto(at(agentHost, '/settings/you'));
  await expect(lost.getByText('9 recovery codes are left.')).toBeVisible();
});

test('an owner invites somebody of another company, who then switches between the two', async ({
  company,
  enter,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  const other = await newCompany();
  const owner = await enter(company.olivia);
  await owner.goto(at(agentHost, '/settings/agents'));
  await owner.getByRole('link', { name: 'Invite somebody' }).click();
  await owner.getByLabel('Email address').fill(other.amir.email);
  await owner.getByLabel('Name').fill('Amir Haddad');
  await owner.getByRole('button', { name: 'Send invitation' }).click();
  await expect(owner.getByText('Invited. The mail is on its way.')).toBeVisible();
  await expect(owner.getByRole('table', { name: 'Invited' })).toContainText(other.amir.email);

  const { text } = await mailTo(other.amir.email, /\/invitations\//);
  const guest = await stranger();
  await guest.goto(at(agentHost, /https?:\/\/[^/]+(\/invitations\/\S+)/.exec(text)?.[1] ?? ''));
  await guest.getByRole('button').last().click();
  const { code } = await signInMailTo(other.amir.email);
  await typeCode(guest, code, hasScript);
  await expect(guest.getByRole('navigation', { name: 'Views' })).toBeVisible();

  await guest.locator('summary', { hasText: 'You: Amir Haddad' }).click();
  await guest.getByRole('link', { name: 'Switch company' }).click();
  await guest
    .getByRole('button', { name: 'Last here' })
    .or(guest.getByRole('button', { name: 'Not used' }))
    .click();
  await guest.goto(at(agentHost, '/settings/you'));
  await expect(guest.getByRole('table', { name: 'Signed in' })).toContainText('At Umbrella, Umbrella');

  await owner.goto(at(agentHost, '/settings/agents'));
  await expect(owner.getByRole('table', { name: 'Agents' })).toContainText(other.amir.email);
});

test('an owner makes somebody an admin, disables them, and lets them in again', async ({ company, enter }) => {
  const [owner, amir] = [await enter(company.olivia), await enter(company.amir)];
  await owner.goto(at(agentHost, '/settings/agents'));
  await owner.getByRole('link', { name: 'Amir Haddad' }).click();
  await owner.getByRole('radio', { name: 'Admin' }).check({ force: true });
  await owner.getByRole('button', { name: 'Change role' }).click();
  await expect(owner.getByRole('heading', { name: 'Make Amir Haddad Admin?' })).toBeVisible();
  await owner.getByRole('button', { name: 'Change role' }).click();
  await expect(owner.getByText('Role changed.')).toBeVisible();
  await amir.goto(at(agentHost, '/settings/agents'));
  await expect(amir.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible();

  await owner.getByRole('link', { name: 'Disable' }).click();
  await owner.getByRole('button', { name: 'Disable' }).click();
  await expect(owner.getByText('Disabled. They are signed out everywhere here.')).toBeVisible();
  await amir.reload();
  await expect(amir.getByRole('heading', { name: /^Sign in/ })).toBeVisible();
  await owner.getByRole('link', { name: 'Enable' }).click();
  await owner.getByRole('button', { name: 'Enable' }).click();
  await expect(owner.getByText('Enabled. They can sign in again.')).toBeVisible();
});

test('an agent sees where they are signed in, and ends what they do not know', async ({ company, enter }) => {
  const [desk, laptop] = [await enter(company.amir), await enter(company.amir)];
  await desk.goto(at(agentHost, '/settings/you'));
  const signIns = desk.getByRole('table', { name: 'Signed in' });
  await expect(signIns.getByRole('row')).toHaveCount(3);
  await signIns.getByRole('button', { name: /^End/ }).click();
  await expect(desk.getByText('That sign-in has ended.')).toBeVisible();
  await laptop.goto(at(agentHost, '/tickets'));
  await expect(laptop.getByRole('heading', { name: /^Sign in/ })).toBeVisible();
});
