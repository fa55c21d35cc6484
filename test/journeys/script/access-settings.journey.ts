import { setUpApp } from '../support/authenticator.ts';
import { checkPage } from '../support/check-page.ts';
import { newCompany } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

test('an agent’s own settings and the second step', async ({ company, enter }) => {
  const page = await enter(company.amir);
  for (const path of ['/settings/you', '/second-factor/set-up', '/second-factor/passkeys/new']) {
    await page.goto(at(agentHost, path));
    await checkPage(page, path);
  }
  await page.goto(at(agentHost, '/second-factor/set-up'));
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await checkPage(page, 'the key of the app');
  await setUpApp(page, true);
  await checkPage(page, 'recovery codes');
  for (const path of [
    '/settings/you',
    '/second-factor/authenticator/removal',
    '/second-factor/recovery-codes',
    '/second-factor',
  ]) {
    await page.goto(at(agentHost, path));
    await checkPage(page, `${path}, with an app`);
  }
  await page.getByLabel('Code from your authenticator app').fill('000000');
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await checkPage(page, 'a wrong code');
});

test('who answers here', async ({ enter }) => {
  const company = await newCompany();
  const page = await enter(company.olivia);
  await page.goto(at(agentHost, '/settings/agents/invitations/new'));
  await checkPage(page, 'inviting an agent');
  await page.getByLabel('Email address').fill('lena@agency.test');
  await page.getByLabel('Name').fill('Lena Vogt');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await checkPage(page, 'agents, one invited');
  await page.getByRole('link', { name: /^Withdraw/ }).click();
  await checkPage(page, 'withdrawing an invitation');
  await page.goto(at(agentHost, '/settings/agents'));
  await page.getByRole('link', { name: 'Amir Haddad' }).click();
  await checkPage(page, 'one agent');
  await page.getByRole('link', { name: 'Disable' }).click();
  await checkPage(page, 'disabling an agent');
  await page.goto(at(agentHost, '/settings/agents'));
  await page.getByRole('link', { name: 'Olivia Brandt' }).click();
  await checkPage(page, 'oneself');
});

test('statuses, priorities and teams', async ({ company, enter }) => {
  const page = await enter(company.olivia);
  await page.goto(at(agentHost, '/settings/teams'));
  await checkPage(page, 'no teams');
  await page.getByLabel('Name', { exact: true }).fill('Hardware');
  await page.getByRole('button', { name: 'Add a team' }).click();
  await page.getByLabel('Name', { exact: true }).fill('hardware');
  await page.getByRole('button', { name: 'Add a team' }).click();
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeFocused();
  await checkPage(page, 'a team that is there');
  await page.goto(at(agentHost, '/settings/priorities'));
  await checkPage(page, 'priorities');
  await page.goto(at(agentHost, '/settings/statuses'));
  await checkPage(page, 'statuses');
});
