import { expect, type Page } from '@playwright/test';
import type { TestCompany } from './company.ts';
import { agentHost, at } from './places.ts';

type Policy = 'People of a confirmed domain' | 'People of a confirmed domain, after a yes';

/** Olivia confirms the company's own domain for Northwind and says who may come in. */
export async function letIn(olivia: Page, { slug }: TestCompany, policy: Policy): Promise<void> {
  await olivia.goto(at(agentHost, '/settings/access'));
  await olivia.getByRole('radio', { name: policy, exact: true }).check();
  await olivia.getByRole('button', { name: 'Save' }).click();
  await expect(olivia.getByText('Saved. It counts from now on.')).toBeVisible();
  await olivia.goto(at(agentHost, '/accounts'));
  await olivia.getByRole('link', { name: 'Northwind' }).click();
  await olivia.getByRole('link', { name: 'Add a domain' }).click();
  await olivia.getByLabel('Domain').fill(`${slug}.test`);
  await olivia.getByRole('button', { name: 'Go on to confirm' }).click();
  await olivia.getByRole('button', { name: `Confirm ${slug}.test` }).click();
  await expect(olivia.getByRole('heading', { name: 'Northwind' })).toBeVisible();
}
