import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { agentOf } from '../../../test/helpers/agent-of.ts';
import { agentAtWork, newKey } from '../../../test/helpers/at-work.ts';
import { browserOf, newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { fieldOf } from '../../../test/helpers/request.ts';

/** The value that a control offers under these words. */
function choiceIn(html: string, field: string, label: string): string {
  const control = new RegExp(`<select[^>]*id="set-${field}"[\\s\\S]*?</select>`).exec(html)?.[0] ?? '';
  return new RegExp(`value="([^"]*)"[^>]*>${label}<`).exec(control)?.[1] ?? '';
}

test('status, priority and assignee are set by forms of their own, and the thread says by whom', async () => {
  const { tenant, amir, nora } = await newDesk();
  await agentOf(tenant, { name: 'Olga Petrova' });
  const number = await nora.open();
  const browser = browserOf(amir);
  const html = await browser.page(`/tickets/${number}`);
  for (const [field, label] of [
    ['status', 'Open'],
    ['priority', 'Urgent'],
    ['assignee', 'Olga Petrova'],
  ] as const) {
    const answer = await browser.set(number, field, choiceIn(html, field, label));
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/tickets/${number}`]);
  }
  const words = wordsOf(await browser.page(`/tickets/${number}`));
  expect(words).toContain(`#${number} Open`);
  expect(words).toContain('Amir Haddad changed the status from New to Open');
  expect(words).toContain('Amir Haddad changed the priority from Normal to Urgent');
  expect(words).toContain('Amir Haddad assigned this to Olga Petrova');
});

test('an agent takes a ticket and lets go of it again', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const browser = browserOf(amir);
  const html = await browser.page(`/tickets/${number}`);
  const mine = /name="assignee" value="([^"]*)"/.exec(html)?.[1] ?? '';
  await browser.set(number, 'assignee', mine);
  const taken = await browser.page(`/tickets/${number}`);
  await browser.set(number, 'assignee', choiceIn(taken, 'assignee', 'Nobody'));
  const words = wordsOf(await browser.page(`/tickets/${number}`));

  expect(wordsOf(html)).toContain('Assign to me');
  expect(wordsOf(taken)).not.toContain('Assign to me');
  expect(words).toMatch(/Amir Haddad took this .* Amir Haddad let go of this/);
});

test('one press solves a ticket, and a solved one offers it no more', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const browser = browserOf(amir);
  const before = await browser.page(`/tickets/${number}`);
  const solved = /name="status" value="([^"]*)"[^>]*data-key="e"/.exec(before)?.[1] ?? '';
  await browser.set(number, 'status', solved);
  const after = await browser.page(`/tickets/${number}`);
  expect(wordsOf(after)).toContain(`#${number} Solved`);
  expect(after).not.toContain('data-key="e"');
});

test('the same form twice changes once', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const form = { key: newKey(), status: await amir.statusId('open') };
  const browser = browserOf(amir);
  await Promise.all([1, 2].map(() => browser.ask(`/tickets/${number}/settings`, { form })));
  const words = wordsOf(await browser.page(`/tickets/${number}`));
  expect(words.split('changed the status').length - 1).toBe(1);
});

test("what is not the tenant's, not known or not one value is refused", async () => {
  const [here, there] = [await newDesk(), await newDesk()];
  const number = await here.nora.open();
  const browser = browserOf(here.amir);
  const foreign = await there.amir.statusId('open');
  for (const value of [foreign, '', 'open', `${foreign}' OR 1=1`, 'x'.repeat(5000), here.amir.claim.agentId]) {
    expect((await browser.set(number, 'status', value)).status, value).toBe(400);
  }
  expect((await browser.set(number, 'assignee', there.amir.claim.agentId)).status).toBe(400);
  expect((await browser.set(number, 'priority', 'nobody')).status).toBe(400);
  const body = `key=${newKey()}&status=a&status=b`;
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  expect((await browser.ask(`/tickets/${number}/settings`, { body, headers: type })).status).toBe(400);
  expect(wordsOf(await browser.page(`/tickets/${number}`))).not.toContain('changed the status');
});

test('a choice that was retired still stands where it is set', async () => {
  const { tenant, amir, nora } = await newDesk();
  const gone = await agentOf(tenant, { name: 'Gone Gladly' });
  const number = await nora.open();
  await amir.set(number, { field: 'assignee', to: gone.id });
  await env.DB.prepare("UPDATE agents SET state = 'disabled' WHERE id = ?").bind(gone.id).run();
  const html = await browserOf(amir).page(`/tickets/${number}`);
  expect(choiceIn(html, 'assignee', 'Gone Gladly')).toBe(gone.id);
});

test('a page from memory sets the same form to another value, and back', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const browser = browserOf(amir);
  const key = newKey();
  const shown: string[] = [];
  for (const category of ['open', 'waiting', 'open']) {
    await browser.ask(`/tickets/${number}/settings`, { form: { key, status: await amir.statusId(category) } });
    const words = wordsOf(await browser.page(`/tickets/${number}`));
    shown.push(new RegExp(`#${number} (Open|Waiting)`).exec(words)?.[1] ?? '');
  }
  expect(shown).toEqual(['Open', 'Waiting', 'Open']);
});

test('script learns that a setting was written, and gets no page for it', async () => {
  const { amir, nora } = await newDesk();
  const number = await nora.open();
  const form = { key: newKey(), status: await amir.statusId('open') };
  const headers = { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Site': 'same-origin' };
  const answer = await browserOf(amir).ask(`/tickets/${number}/settings`, { form, headers });
  expect([answer.status, await answer.text()]).toEqual([204, '']);
});

/** The form beside a ticket as its page renders it, with these choices made. */
async function chosenOn(html: string, choices: Readonly<Record<string, string>>) {
  const form = /<form[^>]*class="choices-of"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const was = Object.fromEntries(
    [...form.matchAll(/name="(was_\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const shown = Object.entries(was).map(([name, value]) => [name.replace('was_', ''), value]);
  return { key: newKey(), ...was, ...Object.fromEntries(shown), ...choices };
}

test('what another agent set meanwhile stays, and who comes too late is told what it is now', async () => {
  const { tenant, amir, nora } = await newDesk();
  const olga = browserOf(await agentAtWork(await agentOf(tenant, { name: 'Olga Petrova' })));
  const number = await nora.open();
  const browser = browserOf(amir);
  const html = await browser.page(`/tickets/${number}`);
  await olga.set(number, 'status', choiceIn(html, 'status', 'Open'));
  const late = await chosenOn(html, {
    status: choiceIn(html, 'status', 'Waiting on customer'),
    priority: choiceIn(html, 'priority', 'Urgent'),
  });
  const answer = await browser.ask(`/tickets/${number}/settings`, { form: late });
  expect(answer.status).toBe(409);
  const again = await answer.text();
  expect(wordsOf(again)).toContain('Status is Open now; you chose Waiting on customer.');
  const words = wordsOf(await browser.page(`/tickets/${number}`));
  expect(words).toContain(`#${number} Open`);
  expect(words).not.toContain('changed the priority');

  const meant = await chosenOn(again, { status: choiceIn(again, 'status', 'Waiting on customer') });
  expect((await browser.ask(`/tickets/${number}/settings`, { form: meant })).status).toBe(303);
  expect(wordsOf(await browser.page(`/tickets/${number}`))).toContain(`#${number} Waiting on customer`);
});

test('who sets what another agent has just set the same way is in nobody’s way', async () => {
  const { tenant, amir, nora } = await newDesk();
  const olga = browserOf(await agentAtWork(await agentOf(tenant, { name: 'Olga Petrova' })));
  const number = await nora.open();
  const browser = browserOf(amir);
  const html = await browser.page(`/tickets/${number}`);
  const open = choiceIn(html, 'status', 'Open');
  await olga.set(number, 'status', open);
  const form = await chosenOn(html, { status: open, priority: choiceIn(html, 'priority', 'Urgent') });
  expect((await browser.ask(`/tickets/${number}/settings`, { form })).status).toBe(303);
  const words = wordsOf(await browser.page(`/tickets/${number}`));
  expect(words).toContain('Amir Haddad changed the priority from Normal to Urgent');
  expect(words.split('changed the status').length - 1).toBe(1);
});

test('one form sets several at once, and leaves what it does not touch as others set it meanwhile', async () => {
  const { tenant, amir, nora } = await newDesk();
  const olga = browserOf(await agentAtWork(await agentOf(tenant, { name: 'Olga Petrova' })));
  const number = await nora.open();
  const browser = browserOf(amir);
  const html = await browser.page(`/tickets/${number}`);
  await olga.set(number, 'status', choiceIn(html, 'status', 'Open'));
  const form = await chosenOn(html, {
    priority: choiceIn(html, 'priority', 'Urgent'),
    assignee: choiceIn(html, 'assignee', 'Olga Petrova'),
  });
  expect((await browser.ask(`/tickets/${number}/settings`, { form })).status).toBe(303);
  const words = wordsOf(await browser.page(`/tickets/${number}`));
  expect(words).toContain(`#${number} Open`);
  expect(words).toContain('Amir Haddad changed the priority from Normal to Urgent');
  expect(words).toContain('Amir Haddad assigned this to Olga Petrova');
  expect(words.split('changed the status').length - 1).toBe(1);
});

test('who would take a ticket that somebody has just taken is told', async () => {
  const { tenant, amir, nora } = await newDesk();
  const olgaAgent = await agentOf(tenant, { name: 'Olga Petrova' });
  const number = await nora.open();
  const browser = browserOf(amir);
  const html = await browser.page(`/tickets/${number}`);
  const press = /<div class="actions" id="ticket-actions">[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const form = {
    key: newKey(),
    was_assignee: fieldOf(press, 'was_assignee'),
    assignee: /name="assignee" value="([^"]*)"/.exec(press)?.[1] ?? '',
  };
  await amir.set(number, { field: 'assignee', to: olgaAgent.id });
  const answer = await browser.ask(`/tickets/${number}/settings`, { form });
  expect(answer.status).toBe(409);
  expect(wordsOf(await answer.text())).toContain('Assignee is Olga Petrova now; you chose Amir Haddad.');
});
