import { backstage } from '../support/backstage.ts';
import { checkPage } from '../support/check-page.ts';
import { askForMail } from '../support/code-page.ts';
import { expect, test } from '../support/journey.ts';
import { mailTo, signInMailTo } from '../support/mailbox.ts';
import { letIn } from '../support/newcomers.ts';
import { agentHost, at } from '../support/places.ts';

test('the way in', async ({ company, stranger }) => {
  const page = await stranger();
  await page.goto(at('acme.localhost'));
  await checkPage(page, 'sign-in of Acme');
  await page.getByLabel('Your email address').fill('nora@nowhere');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await checkPage(page, 'sign-in with an answer');
  await page.goto(at('globex.localhost'));
  await checkPage(page, 'sign-in of Globex');
  await page.goto(at(company.host, '/sign-in?said=signed-out'));
  await checkPage(page, 'signed out');
  await page.goto(at(company.host));
  await askForMail(page, company.nora);
  await checkPage(page, 'code');
  await page.getByLabel('Code from the mail').fill('000000');
  await expect(page.getByRole('region', { name: 'One thing needs your attention' })).toBeVisible();
  await checkPage(page, 'wrong code');
});

test('links in every state', async ({ company, stranger }) => {
  const [page, other] = [await stranger(), await stranger()];
  await page.goto(at(company.host));
  const first = await askForMail(page, company.nora);
  await other.goto(at(company.host, first.link));
  await expect(other.getByRole('heading', { name: 'Sign in to Umbrella?' })).toBeVisible();
  await checkPage(other, 'link');
  await page.goto(at(company.host));
  const second = await askForMail(page, company.nora);
  await other.goto(at(company.host, first.link));
  await expect(other.getByRole('heading', { name: 'There is a newer link' })).toBeVisible();
  await checkPage(other, 'link that was replaced');
  await other.goto(at(company.host, second.link));
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.goto(at(company.host, second.link));
  await expect(other.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  await checkPage(other, 'link that was used');
  await other.goto(at(company.host, second.link.slice(0, -3)));
  await expect(other.getByRole('heading', { name: 'We do not know this link' })).toBeVisible();
  await checkPage(other, 'link that is unknown');

  await page.goto(at(company.host));
  const third = await askForMail(page, company.ines);
  await backstage('expire-links', company);
  await page.goto(at(company.host, third.link));
  await expect(page.getByRole('heading', { name: 'This link is too old' })).toBeVisible();
  await checkPage(page, 'link that is too old');
});

test('doors that are shut, and the house itself', async ({ company, stranger, enter, complaints }) => {
  complaints.expect(/503 \(Service Unavailable\)/);
  const page = await stranger();
  await page.goto(at('localhost'));
  await checkPage(page, 'what Portico is');
  await page.goto(at(agentHost));
  await checkPage(page, 'sign-in of agents');
  await page.goto(at('nobody.localhost'));
  await checkPage(page, 'a host that is nobody’s');
  await page.goto(at(company.host, '/no/such/page'));
  await checkPage(page, 'nothing here, signed out');
  const nora = await enter(company.nora);
  await backstage('suspend', company);
  await nora.goto(at(company.host));
  await expect(nora.getByRole('heading', { name: 'This portal is closed for now' })).toBeVisible();
  await checkPage(nora, 'a suspended portal');
});

test('invitations in every state', async ({ company, stranger, enter }) => {
  const [nora, page] = [await enter(company.nora), await stranger()];
  const email = `ada@${company.slug}.test`;
  await nora.goto(at(company.host, '/members/invitations'));
  await nora.getByLabel('Email addresses').fill(email);
  await nora.getByRole('button', { name: 'Send invitations' }).click();
  const { text } = await mailTo(email, 'Your invitation to');
  const path = /https?:\/\/[^/]+(\/invitations\/\S+)/.exec(text)?.[1] ?? '';
  await page.goto(at(company.host, path));
  await expect(page.getByRole('heading', { name: 'You are invited to Umbrella' })).toBeVisible();
  await checkPage(page, 'invitation');
  await nora.goto(at(company.host, path));
  await expect(nora.getByText('You are signed in as')).toBeVisible();
  await checkPage(nora, 'invitation, seen by somebody else');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  const { link } = await signInMailTo(email);
  await nora.goto(at(company.host, '/members'));
  await nora.getByRole('link', { name: `Manage ${email}` }).click();
  await nora.getByRole('button', { name: 'Withdraw invitation' }).click();
  await page.goto(at(company.host, link));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'This invitation cannot be used any more' })).toBeVisible();
  await checkPage(page, 'invitation that fell meanwhile');
  await page.goto(at(company.host, path));
  await expect(page.getByRole('heading', { name: 'This invitation was withdrawn' })).toBeVisible();
  await checkPage(page, 'invitation that was withdrawn');
  await page.goto(at(company.host, path.slice(0, -2)));
  await checkPage(page, 'invitation that is unknown');
});

test('a newcomer who must ask', async ({ company, stranger, enter }) => {
  await letIn(await enter(company.olivia), company, 'People of a confirmed domain, after a yes');
  const page = await stranger();
  await page.goto(at(company.host));
  const { link } = await askForMail(page, { ...company.nora, email: `erik@${company.slug}.test` });
  await page.goto(at(company.host, link));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await checkPage(page, 'a newcomer who has asked');
});

test('the mailbox of the demo', async ({ company, stranger }) => {
  const page = await stranger();
  await page.goto(at(company.host));
  const { id } = await askForMail(page, company.nora);
  const box = (path: string) => page.goto(at(agentHost, `/dev/mailbox${path}`));
  await box(`?to=${company.nora.email}`);
  await checkPage(page, 'mailbox');
  for (const view of ['computer', 'phone', 'text', 'headers']) {
    await box(`/${id}?view=${view}`);
    await checkPage(page, `mail, ${view}`);
  }
  await box('/new');
  await checkPage(page, 'mail to send in');
});
