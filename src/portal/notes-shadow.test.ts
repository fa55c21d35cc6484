import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { publishWhispers } from '#live/publish.ts';
import { atTime } from '../../test/helpers/at-time.ts';
import { newDesk } from '../../test/helpers/desk-page.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { mailed } from '../../test/helpers/ticket-link.ts';

async function newTeam(tenantId: string): Promise<string> {
  await env.DB.prepare(
    "INSERT INTO teams (tenant_id, id, name, position) VALUES (?, 'tea_collections', 'Collections', 1)",
  )
    .bind(tenantId)
    .run();
  return 'tea_collections';
}

type Portal = ReturnType<typeof portalOf>;

/** Everything that an answer tells, but for what is random in each: request id, cookie, times spent, keys of forms. */
async function told(portal: Portal, path: string, method = 'GET', cookie?: string): Promise<string> {
  const answer = await portal.ask(path, { method, ...(cookie !== undefined && { cookie }) });
  const headers = [...answer.headers]
    .filter(([name]) => name !== 'x-request-id' && name !== 'set-cookie')
    .map(([name, value]) => `${name}: ${value.replace(/dur=[\d.]+/, '')}`);
  const html = (await answer.text()).replace(/name="(?:upload_)?key" value="[^"]*"/g, '');
  return [answer.status, ...headers, html].join('\n');
}

async function everything(portal: Portal, number: number, now: number, link: string): Promise<string[]> {
  const path = `/requests/${number}`;
  const places = ['/', '/?tab=solved', '/?all=1', '/requests/updates', path, `${path}?from=1`];
  places.push(
    `${path}/updates?after=0`,
    `${path}/updates?after=4`,
    '/requests/new',
    `/requests/new?follow_up=${number}`,
    `${path}/people`,
    `${path}/messages/1/revision`,
  );
  for (const words of ['paid', 'nor will they', 'ma', number]) places.push(`/?q=${words}`);
  const answers: string[] = [];
  for (const place of places) answers.push(await atTime(now, () => told(portal, place)));
  answers.push(await atTime(now, () => told(portal, path, 'HEAD')));
  for (const method of ['GET', 'HEAD']) answers.push(await atTime(now, () => told(portal, link, method, '')));
  return answers;
}

test('a note, a team or a tag changes no byte and no header of any answer to a contact', async () => {
  const { tenant, amir, nora, number, path } = await mailed();
  const portal = portalOf(nora);
  const now = Date.now();
  // Once to be read, and for what a first look alone does.
  await everything(portal, number, now, path);
  const before = await everything(portal, number, now, path);
  await amir.note(number, 'They have not paid since March.');
  await amir.note(number, 'Nor will they.');
  await amir.set(number, { field: 'assignee', to: amir.claim.agentId });
  await amir.set(number, { field: 'tags', add: ['late-payer', 'vip'], remove: [] });
  await amir.set(number, { field: 'tags', add: [], remove: ['vip'] });
  await amir.set(number, { field: 'team', to: await newTeam(tenant.id) });
  expect(await everything(portal, number, now, path)).toEqual(before);
  expect(before.every((answer) => answer.startsWith('200\n'))).toBe(true);
});

test('a note is whispered to no contact: the next thing they hear is the next public word', async () => {
  const { tenant, amir, nora } = await newDesk();
  const number = await nora.open();
  const { ask, host } = portalOf(nora);
  const headers = { Upgrade: 'websocket', Origin: `https://${host}` };
  const listen = async (path: string) => {
    const { webSocket } = await ask(path, { headers });
    const news = new Promise<string>((resolve) => {
      webSocket?.addEventListener('message', ({ data }) => {
        if (String(data).includes('"new"')) resolve(String(data));
      });
    });
    webSocket?.accept();
    return news.finally(() => webSocket?.close());
  };
  const heard = [listen(`/requests/${number}/live`), listen('/live')];
  const publish = () => publishWhispers(env, tenant.id, amir.effects.whispers.splice(0));
  await amir.note(number, 'Between us.');
  expect(amir.effects.whispers.map(({ topic }) => topic.kind)).toEqual(['ticket', 'desk']);
  await publish();
  await amir.reply(number, 'For you.');
  await publish();
  expect(await Promise.all(heard)).toEqual(['{"t":"new","after":4}', '{"t":"new","after":null}']);
});
