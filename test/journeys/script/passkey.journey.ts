import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { agentHost, at } from '../support/places.ts';

/** A device that makes and uses passkeys without asking anybody; it lives as long as the page. */
async function giveDevice(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    takeKeys: async () => (await browser.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    put: (credential: Awaited<ReturnType<typeof browser.send<'WebAuthn.getCredentials'>>>['credentials'][number]) =>
      browser.send('WebAuthn.addCredential', { authenticatorId, credential }),
  };
}

test('an agent adds a passkey, signs in with it, and takes it away', async ({ company, enter }) => {
  const page = await enter(company.amir);
  const device = await giveDevice(page);
  await page.goto(at(agentHost, '/second-factor/set-up'));
  await page.getByRole('link', { name: 'Passkey' }).click();
  await page.getByLabel('Name').fill('Work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible();

  const next = await enter(company.amir);
  const same = await giveDevice(next);
  await next.goto(at(agentHost, '/tickets?view=open'));
  await next.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(next.getByText('That was stopped or did not work.')).toBeVisible();
  for (const credential of await device.takeKeys()) await same.put(credential);
  await next.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(next.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible();

  await next.goto(at(agentHost, '/settings/you'));
  await next.getByRole('link', { name: 'Take away: Work laptop' }).click();
  await expect(next.getByText('It is your last one')).toBeVisible();
  await next.getByRole('button', { name: 'Take it away' }).click();
  await expect(next.getByText('Taken away.')).toBeVisible();
});
