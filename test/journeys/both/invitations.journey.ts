import type { Page } from '@playwright/test';
import { askForMail, typeCode } from '../support/code-page.ts';
import type { TestCompany } from '../support/company.ts';
import { expect, test } from '../support/journey.ts';
import { countSignInMails, mailTo, signInMailTo } from '../support/mailbox.ts';
import { letIn } from '../support/newcomers.ts';
import { agentHost, at } from '../support/places.ts';

/** Nora, an admin of Northwind, invites somebody; gives the path of the link in their newest mail. */
async function inviteBy(page: Page, { host }: TestCompany, email: string, name = ''): Promise<string> {
  await page.goto(at(host, '/members/invitations'));
  await page.getByLabel('Email addresses').fill(name === '' ? email : `${name} <${email}>`);
  await page.getByRole('button', { name: 'Send invitations' }).click();
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  return invitationTo(email);
}

async function invitationTo(email: string, unlike = ''): Promise<string> {
  let path = '';
  await expect
    .poll(async () => {
      const { text } = await mailTo(email, 'Your invitation to');
      path = /https?:\/\/[^/]+(\/invitations\/\S+)/.exec(text)?.[1] ?? '';
      return path !== '' && path !== unlike;
    })
    .toBe(true);
  return path;
}

/** On the invitation's page: accepts, and types the code that comes. */
async function accept(page: Page, email: string, hasScript: boolean): Promise<void> {
  const before = await countSignInMails(email);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  const { code } = await signInMailTo(email, before);
  await typeCode(page, code, hasScript);
}

test('an admin invites somebody, who accepts and is in the right workspace', async ({
  company,
  enter,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  const email = `ada@${company.slug}.test`;
  const path = await inviteBy(await enter(company.nora), company, email, 'Ada Stone');
  const page = await stranger();
  await page.goto(at(company.host, path));
  await expect(page.getByRole('heading', { name: 'You are invited to Umbrella' })).toBeVisible();
  for (const words of ['Nora Lindqvist', 'Northwind', email, 'Member'])
    await expect(page.getByRole('main')).toContainText(words);
  await accept(page, email, hasScript);
  await expect(page.getByRole('heading', { name: 'Your requests' })).toBeVisible();
  await expect(page.locator('summary', { hasText: 'You: Ada Stone' })).toBeVisible();
  const later = await stranger();
  await later.goto(at(company.host, path));
  await expect(later.getByRole('heading', { name: 'This invitation has been used' })).toBeVisible();
});

test('sent again, only the newest link opens; withdrawn, none does', async ({ company, enter, stranger }) => {
  const email = `bob@${company.slug}.test`;
  const [nora, page] = [await enter(company.nora), await stranger()];
  const first = await inviteBy(nora, company, email);
  await nora.goto(at(company.host, '/members'));
  await nora.getByRole('link', { name: `Manage ${email}` }).click();
  await nora.getByRole('button', { name: 'Send again' }).click();
  await expect(nora.getByText('The invitation is sent again.')).toBeVisible();
  const second = await invitationTo(email, first);
  await page.goto(at(company.host, first));
  await expect(page.getByRole('heading', { name: 'We do not know this invitation' })).toBeVisible();
  await page.goto(at(company.host, second));
  await expect(page.getByRole('button', { name: 'Accept the invitation' })).toBeVisible();
  await nora.getByRole('link', { name: `Manage ${email}` }).click();
  await nora.getByRole('button', { name: 'Withdraw invitation' }).click();
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByRole('heading', { name: 'This invitation was withdrawn' })).toBeVisible();
});

test('a customer of another account joins by one press while signed in', async ({ company, enter }) => {
  const path = await inviteBy(await enter(company.nora), company, company.ines.email);
  const page = await enter(company.ines);
  await page.goto(at(company.host, path));
  await page.getByRole('button', { name: 'Join Northwind' }).click();
  await expect(page.getByRole('heading', { name: 'Your requests' })).toBeVisible();
  await page.goto(at(company.host, '/workspaces'));
  await expect(page.getByRole('button', { name: 'Northwind' })).toHaveAttribute('aria-current', 'true');
});

test('an owner invites a colleague, who answers from then on', async ({
  company,
  enter,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  const email = `carl@${company.slug}.test`;
  const olivia = await enter(company.olivia);
  await olivia.goto(at(agentHost, '/settings/agents/invitations/new'));
  await olivia.getByLabel('Email address').fill(email);
  await olivia.getByLabel('Name').fill('Carl Weber');
  await olivia.getByRole('button', { name: 'Send invitation' }).click();
  await expect(olivia.getByText('Invited. The mail is on its way.')).toBeVisible();
  const page = await stranger();
  await page.goto(at(agentHost, await invitationTo(email)));
  await expect(page.getByText('As one of those who answer the customers of Umbrella.')).toBeVisible();
  await accept(page, email, hasScript);
  await expect(page.getByRole('heading', { name: 'All open' })).toBeVisible();
});

test('a newcomer of a confirmed domain comes in by themselves', async ({
  company,
  enter,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  await letIn(await enter(company.olivia), company, 'People of a confirmed domain');
  const page = await stranger();
  await page.goto(at(company.host));
  const { code } = await askForMail(page, { ...company.nora, email: `dora@${company.slug}.test` });
  await typeCode(page, code, hasScript);
  await page.getByLabel('Your name').fill('Dora Newcomer');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Your requests' })).toBeVisible();
});

test('where the account’s admin decides, a newcomer asks, and comes in after the yes', async ({
  company,
  enter,
  stranger,
  javaScriptEnabled: hasScript,
}) => {
  await letIn(await enter(company.olivia), company, 'People of a confirmed domain, after a yes');
  const email = `erik@${company.slug}.test`;
  const page = await stranger();
  await page.goto(at(company.host));
  const { link } = await askForMail(page, { ...company.nora, email });
  await page.goto(at(company.host, link));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await expect(page.getByText('The admins of Northwind have been asked')).toBeVisible();
  await page.goto(at(company.host));
  await expect(page.getByRole('heading', { name: 'Sign in to Umbrella' })).toBeVisible();
  await mailTo(company.nora.email, 'Somebody asks to join Northwind');
  const nora = await enter(company.nora);
  await nora.goto(at(company.host, '/members'));
  await nora.getByRole('row').filter({ hasText: email }).getByRole('link').click();
  await nora.getByRole('button', { name: 'Let them in' }).click();
  await mailTo(email, 'You may now enter Umbrella');
  const again = await askForMail(page, { ...company.nora, email });
  await typeCode(page, again.code, hasScript);
  await expect(page.getByRole('heading', { name: 'What is your name?' })).toBeVisible();
});
