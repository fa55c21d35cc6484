import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { readSettings } from '#env.ts';
import { rawMail } from '#local/raw-mail.ts';
import { deliver } from '#mail/courier.ts';
import { replyAddress } from '#mail/reply-address.ts';
import { takeEmail } from '#tickets/email-door.ts';
import { newKey } from '../../test/helpers/at-work.ts';
import { type DoorDesk, doorDesk, type Standing, standAs } from '../../test/helpers/door-desk.ts';
import { scopeOf } from '../../test/helpers/new-tenant.ts';
import { sentMail, testEnv } from '../../test/helpers/post-office.ts';
import { recordEffects } from '../../test/helpers/record-effects.ts';
import { cookiesOf, type RequestOptions, request } from '../../test/helpers/request.ts';

// One rule says who may see a request (db/ticket-sight.ts). Every way to a
// request is held against it here, for everybody who may come that way: one
// that asks by a rule of its own lets in whom the others refuse, or refuses
// whom they let in.

const sees: readonly (readonly [string, Standing])[] = [
  ['an admin of the account', { role: 'admin', part: null }],
  ['a member who takes part', { role: 'member', part: 'participant' }],
  ['a member of an account whose members see all', { role: 'member', part: null, membersSeeAll: true }],
];
const seesNothing: readonly (readonly [string, Standing])[] = [
  ['a member who takes no part', { role: 'member', part: null }],
  ['who lost the account, and is on the request still', { role: null, part: 'participant' }],
  ['who may do nothing in the account, and is on the request', { role: 'none', part: 'participant' }],
  ['who may do nothing in an account whose members see all', { role: 'none', part: null, membersSeeAll: true }],
  ['an admin of another account', { role: null, part: null, membersSeeAll: true }],
  ['a disabled admin', { role: 'admin', part: 'participant', isDisabled: true }],
  ['a disabled guest', { role: null, part: 'guest', isDisabled: true }],
  ['a guest where there are no more guests', { role: null, part: 'guest', hasNoGuests: true }],
];
const guest: Standing = { role: null, part: 'guest' };

let desk: DoorDesk;

beforeAll(async () => {
  desk = await doorDesk();
});

const stand = (standing: Standing) => standAs(desk, standing);

/** Whether one of her browsers gets the answer that is looked for; where her cookie is old, it is told so first. */
async function gets(
  path: string,
  finds: (answer: Response) => boolean | Promise<boolean>,
  options: RequestOptions = {},
) {
  for (const old of desk.cookies) {
    const ask = (cookie: string) => request(desk.tenant.host, path, { ...options, cookie });
    let answer = await ask(old);
    if (answer.status === 307) answer = await ask(cookiesOf(answer));
    if (await finds(answer)) return true;
  }
  return false;
}

const names = (words: string) => async (answer: Response) => answer.ok && (await answer.text()).includes(words);
const isThere = ({ ok }: Response) => ok;
const isJoined = ({ webSocket }: Response) => {
  webSocket?.accept();
  webSocket?.close();
  return webSocket !== null;
};
const thread = () => `/requests/${desk.number}`;

/** Ways by a session. */
const doors: Readonly<Record<string, () => Promise<boolean>>> = {
  list: () => gets('/?all=1', names('Numbat')),
  'list, by number': () => gets('/?sort=number', names('Numbat')),
  search: () => gets('/?q=numbats', names('Numbat')),
  'its file': () => gets('/requests.csv', names('Numbat'), { form: { query: 'q=numbat' } }),
  thread: () => gets(thread(), names('numbats are')),
  updates: () => gets(`${thread()}/updates?after=0`, names('numbats are')),
  people: () => gets(`${thread()}/people`, isThere),
  file: () => gets(`/files/${desk.file}`, isThere),
  'follow-up': () => gets(`/requests/new?follow_up=${desk.number}`, names('Numbat')),
  'what follows it': () => gets(`/requests/${desk.later}`, names(`${thread()}"`)),
  'what was before': () => gets(`/requests/${desk.earlier}`, names(`${thread()}"`)),
  'another workspace': () => gets(thread(), names('name="workspace"')),
  room: () =>
    gets(`${thread()}/live`, isJoined, {
      headers: { Upgrade: 'websocket', Origin: `https://${desk.tenant.host}` },
    }),
  answer: () =>
    gets(`${thread()}/messages`, ({ status }) => status === 303, {
      form: { key: newKey(), workspace: desk.marta.accountId, body: `Come in by door ${newKey()}.` },
    }),
};

/** Ways without one, of guests too. */
const openDoors: Readonly<Record<string, () => Promise<boolean>>> = {
  link: async () => (await request(desk.tenant.host, desk.link)).ok,
  'file by link': async () => (await request(desk.tenant.host, `${desk.link}/files/${desk.file}`)).ok,
  'answer by mail': async () => (await mailIn()) === null,
};

async function mailIn(): Promise<string | null> {
  const settings = readSettings(env);
  const { tenant, marta, number } = desk;
  const query = 'SELECT t.number AS t, c.number AS c FROM tenants t, contacts c WHERE t.id = ? AND c.id = ?';
  const row = await env.DB.prepare(query).bind(tenant.id, marta.id).first<{ t: number; c: number }>();
  const to = await replyAddress(settings, {
    tenantNumber: row?.t ?? 0,
    ticketNumber: number,
    contactNumber: row?.c ?? 0,
  });
  const mail = { from: marta.email, to, subject: 'Re: Numbat at the gate', body: `I see ${newKey()}.` };
  const raw = new Uint8Array(new TextEncoder().encode(rawMail(mail, new Date(0), newKey())));
  return takeEmail(env, { ...mail, raw }, { settings, now: Date.now(), effectsOf: recordEffects });
}

/** Whether a mail that is owed to her already is sent, and not given up. */
async function isMailed(standing: Standing): Promise<boolean> {
  const { tenant, amir, marta, number } = desk;
  await stand({ role: 'member', part: 'participant' });
  // Words that were said a moment ago are not said again.
  await amir.reply(number, `Have you seen ${newKey()}?`);
  expect(amir.effects.mails).not.toEqual([]);
  await stand(standing);
  const before = sentMail(marta.email).length;
  const courier = { scope: await scopeOf(tenant), settings: readSettings(env), service: testEnv().EMAIL };
  for (const outboxId of amir.effects.mails.splice(0)) await deliver(courier, outboxId);
  return sentMail(marta.email).length > before;
}

async function waysOf(standing: Standing, ways: typeof doors) {
  const open: string[] = [];
  for (const [way, isOpen] of Object.entries(ways)) {
    await stand(standing);
    if (await isOpen()) open.push(way);
  }
  return open;
}

test.each(sees)('%s comes in by every door', async (_who, standing) => {
  expect(await waysOf(standing, doors)).toEqual(Object.keys(doors));
  expect(await waysOf(standing, openDoors)).toEqual(Object.keys(openDoors));
  expect(await isMailed(standing)).toBe(true);
});

test.each(seesNothing)('%s comes in by no door', async (_who, standing) => {
  expect(await waysOf(standing, { ...doors, ...openDoors })).toEqual([]);
  expect(await isMailed(standing)).toBe(false);
});

test('a guest comes in by the doors of mail alone', async () => {
  expect(await waysOf(guest, doors)).toEqual([]);
  expect(await waysOf(guest, openDoors)).toEqual(Object.keys(openDoors));
  expect(await isMailed(guest)).toBe(true);
});
