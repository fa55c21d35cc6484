import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { run } from '#db/run.ts';
import { contactAtWork } from '../../test/helpers/at-work.ts';
import { accountOf, contactOf, type TestContact } from '../../test/helpers/contact-of.ts';
import { newTenant, scopeOf } from '../../test/helpers/new-tenant.ts';
import { portalOf } from '../../test/helpers/portal-page.ts';
import { cookiesOf, request } from '../../test/helpers/request.ts';
import { signIn } from '../../test/helpers/sign-in.ts';
import { loadTicketAccess, ticketAccessOf } from './access-page.ts';

// What is said of who can see a ticket, held against who can open it.

const roles = ['admin', 'member', 'none', null] as const;
const parts = ['requester', 'participant', null] as const;
const yesOrNo = [false, true];

interface Standing {
  readonly role: (typeof roles)[number];
  readonly part: (typeof parts)[number];
  readonly membersSeeAll: boolean;
  readonly isElsewhere: boolean;
  readonly isDisabled: boolean;
}

const standings: Standing[] = roles.flatMap((role) =>
  parts.flatMap((part) =>
    yesOrNo.flatMap((membersSeeAll) =>
      yesOrNo.flatMap((isElsewhere) =>
        yesOrNo.map((isDisabled) => ({ role, part, membersSeeAll, isElsewhere, isDisabled })),
      ),
    ),
  ),
);

let marta: TestContact;
let number: number;
let elsewhere: string;
/** Sessions of hers: in the ticket's account, and in another one where she is an admin. */
let cookies: readonly string[];

beforeAll(async () => {
  const tenant = await newTenant();
  const nora = await contactOf(tenant, { name: 'Nora' });
  number = await (await contactAtWork(nora)).open();
  elsewhere = await accountOf(tenant, 'Elsewhere');
  marta = await contactOf(tenant, {
    name: 'Marta',
    accountId: nora.accountId,
    also: [{ accountId: elsewhere, role: 'admin' }],
  });
  cookies = [await signedInAt(marta, nora.accountId), await signedInAt(marta, elsewhere)];
});

async function signedInAt(person: TestContact, workspace: string): Promise<string> {
  const chosen = await portalOf({ signedIn: await signIn(person) }).ask('/workspaces', { form: { workspace } });
  return cookiesOf(chosen);
}

/** Sets everything that the rule reads, as migrations and operations would have left it. */
async function set({ role, part, membersSeeAll, isElsewhere, isDisabled }: Standing): Promise<void> {
  const { id, accountId, tenant } = marta;
  const say = (sql: string, ...values: (string | number)[]) => env.DB.prepare(sql).bind(...values);
  const place = 'insert into memberships (tenant_id, contact_id, account_id, role, created_at) values (?, ?, ?, ?, 1)';
  await env.DB.batch([
    say('delete from memberships where contact_id = ?', id),
    ...(role ? [say(place, tenant.id, id, accountId, role)] : []),
    ...(isElsewhere ? [say(place, tenant.id, id, elsewhere, 'admin')] : []),
    say('update accounts set members_see_all = ? where id = ?', membersSeeAll ? 1 : 0, accountId),
    say('update contacts set state = ? where id = ?', isDisabled ? 'disabled' : 'active', id),
    say('delete from ticket_people where contact_id = ?', id),
    ...(part
      ? [
          say(
            `insert into ticket_people (tenant_id, ticket_id, contact_id, account_id, part, done, public_activity_at)
              select tenant_id, id, ?, account_id, ?, done, public_activity_at from tickets where tenant_id = ? and number = ?`,
            id,
            part,
            tenant.id,
            number,
          ),
        ]
      : []),
  ]);
}

/** Whether one of her browsers gets the page of the request. */
async function canOpen(): Promise<boolean> {
  const { host } = marta.tenant;
  for (const cookie of cookies) {
    let answer = await request(host, `/requests/${number}`, { cookie });
    if (answer.status === 307) answer = await request(host, `/requests/${number}`, { cookie: cookiesOf(answer) });
    if (answer.status === 200) return true;
  }
  return false;
}

test.each(standings)(
  '$role, $part, members see all: $membersSeeAll, elsewhere: $isElsewhere, disabled: $isDisabled',
  async (standing) => {
    await set(standing);
    const scope = await scopeOf(marta.tenant);
    const ask = async (asked: { id: string } | { email: string }) =>
      ticketAccessOf(await run(scope.db, loadTicketAccess(scope, number, asked)));
    const said = await ask({ id: marta.id });
    const sees = await canOpen();
    expect(said.asked?.reason.sees).toBe(sees);
    expect(said.seenBy.some(({ id }) => id === marta.id)).toBe(sees);
    expect(said.lost.some(({ id }) => id === marta.id)).toBe(!sees && standing.part !== null);
    expect((await ask({ email: marta.email })).asked).toEqual(said.asked);
  },
);

test('nothing is said of a ticket, or a person, of another tenant', async () => {
  const other = await newTenant();
  const hal = await contactOf(other);
  const scope = await scopeOf(marta.tenant);
  const access = ticketAccessOf(await run(scope.db, loadTicketAccess(scope, number, { id: hal.id })));
  expect(access.asked).toBeNull();
  const there = await scopeOf(other);
  const rows = await run(there.db, loadTicketAccess(there, number, { id: marta.id }));
  expect(rows).toEqual({ ticket: null, people: [], admins: [], members: [], asked: null });
  expect(() => ticketAccessOf(rows)).toThrow(/not_found/);
});

test('everybody with access is named once, with the ground that weighs most', async () => {
  await set({ role: 'member', part: 'participant', membersSeeAll: false, isElsewhere: false, isDisabled: false });
  const scope = await scopeOf(marta.tenant);
  const { seenBy } = ticketAccessOf(await run(scope.db, loadTicketAccess(scope, number, null)));
  expect(seenBy.map(({ name, reason }) => `${name}: ${reason.because}`)).toEqual(['Nora: admin', 'Marta: participant']);
});
