import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { branchingDesk } from '../../../test/helpers/branching-desk.ts';
import { formIn, shownIn } from '../../../test/helpers/form-in.ts';

// Back after "Continue" without script: the browser offers to send the step once more.

const words = { subject: 'Wrong bill', body: 'It is twice the price.', topic: 'billing' };

async function scene() {
  const desk = await branchingDesk();
  const { form, portal, send, tenant } = desk;
  const count = async (table: 'tickets' | 'submissions' | 'drafts' | 'outbox') =>
    env.DB.prepare(`select count(*) as n from ${table} where tenant_id = ?`).bind(tenant.id).first<number>('n');
  const kept = async () => [await count('tickets'), await count('submissions'), await count('drafts')];
  const step = { ...formIn(await portal.page(form.path), form.path), ...words, continue: '1' };
  const again = async () => (await portal.ask(form.path, { form: step })).text();
  return { count, kept, send, again };
}

test('a step that is sent once more asks the same again, and keeps nothing of it', async () => {
  const { kept, again, send } = await scene();
  const second = await again();
  const third = await send(second, { order_no: '4711', continue: '1' });
  expect(shownIn(third.html)).toContain('day');
  const back = await again();
  expect(shownIn(back)).toEqual(shownIn(second));
  expect(await kept()).toEqual([0, 0, 0]);
});

test('who goes back behind the sending and through the steps again has sent one request', async () => {
  const { count, again, send } = await scene();
  const toEnd = async () => {
    const third = await send(await again(), { order_no: '4711', continue: '1' });
    return send(third.html, {});
  };
  const [sent, twice] = [await toEnd(), await toEnd()];
  expect([sent.place, twice.place]).toEqual(['/requests/1001?opened', '/requests/1001?opened']);
  expect(await count('tickets')).toBe(1);
  const mails = await count('outbox');
  await toEnd();
  expect(await count('outbox')).toBe(mails);
});
