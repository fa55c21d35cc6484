import { env } from 'cloudflare:workers';
import type { SQLiteInsertValue } from 'drizzle-orm/sqlite-core';
import { newMeter, openTenantDb } from '#db/database.ts';
import { runList } from '#db/run.ts';
import { accounts, agents, contacts, memberships } from '#db/schema/people.ts';
import { sessions } from '#db/schema/sign-in.ts';
import { tenantSettings } from '#db/schema/tenancy.ts';
import { forms, priorities, statuses, ticketPeople, tickets } from '#db/schema/tickets.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, write } from '#db/statement.ts';
import type { Agent, Contact, ContactRole } from '#lib/actor.ts';
import type { Topic } from '#lib/effects.ts';
import { newId } from '#lib/ids.ts';
import { randomToken } from '#lib/secrets.ts';
import { joinRoom } from '#live/join.ts';
import { type ClientFrame, readServerFrame, type ServerFrame } from '#live/protocol.ts';

const host = 'help.acme.test';
const dayMs = 86_400_000;

/** A tenant with one account and one ticket, as rows only: rooms need no more. */
export async function newLiveTenant() {
  const now = Date.now();
  const id = newId('tenant', now);
  const scope = scopeOf(id, now);
  const accountId = newId('account', now);
  await runList(scope.db, [
    write(
      build.insert(tenantSettings).values({
        tenantId: id, version: 1, status: 'active', name: 'Acme', locale: 'en', zone: 'UTC', accent: '#336699', welcome: '',
        footerLinks: '[]', themeCss: '', themeHash: '', solvedClosesAfterDays: 7, createdAt: now,
      }),
    ),
    write(build.insert(accounts).values({ tenantId: id, id: accountId, name: 'Northwind', createdAt: now })),
    write(build.insert(statuses).values({ tenantId: id, id: 'sta', category: 'open', label: 'Open', publicLabel: 'Open', position: 1 })),
    write(build.insert(priorities).values({ tenantId: id, id: 'pri', label: 'Normal', position: 1, isDefault: 1 })),
    write(build.insert(forms).values({ tenantId: id, id: 'frm', slug: 'default', name: 'Default', isDefault: 1 })),
  ]);
  return { id, accountId };
}

type LiveTenant = Awaited<ReturnType<typeof newLiveTenant>>;

export async function liveAgent(tenant: LiveTenant, name: string): Promise<Agent> {
  const now = Date.now();
  const scope = scopeOf(tenant.id, now);
  const id = newId('agent', now);
  const email = `${id}@acme.test`;
  await runList(scope.db, [
    write(build.insert(agents).values({ tenantId: tenant.id, id, email, name, role: 'agent', state: 'active', notifyUnassigned: 0, createdAt: now })),
  ]);
  const secretHash = await session(scope, { kind: 'agent', subjectId: id, accountId: null });
  return { kind: 'agent', id, name, email, role: 'agent', zone: null, secretHash };
}

export async function liveContact(tenant: LiveTenant, name: string, role: ContactRole = 'member'): Promise<Contact> {
  const now = Date.now();
  const scope = scopeOf(tenant.id, now);
  const { accountId } = tenant;
  const id = newId('contact', now);
  const number = Math.floor(Math.random() * 2 ** 31);
  const email = `${id}@northwind.test`;
  await runList(scope.db, [
    write(build.insert(contacts).values({ tenantId: tenant.id, id, number, name, email, state: 'active', createdAt: now })),
    write(build.insert(memberships).values({ tenantId: tenant.id, contactId: id, accountId, role, createdAt: now })),
  ]);
  const secretHash = await session(scope, { kind: 'contact', subjectId: id, accountId });
  return {
    kind: 'contact', id, number, name, email, accountId, accountName: 'Northwind', role, workspaces: 1, zone: null, locale: null, secretHash,
  };
}

/** A ticket that these contacts take part in; the first asked. */
export async function liveTicket(tenant: LiveTenant, people: readonly [Contact, ...Contact[]]): Promise<Topic & { kind: 'ticket' }> {
  const now = Date.now();
  const scope = scopeOf(tenant.id, now);
  const ticketId = newId('ticket', now);
  const row: SQLiteInsertValue<typeof tickets> = {
    tenantId: tenant.id, id: ticketId, number: Math.floor(Math.random() * 2 ** 31), subject: 'A', accountId: tenant.accountId,
    requesterId: people[0].id, formId: 'frm', statusId: 'sta', category: 'open', done: 0, priorityId: 'pri', source: 'portal',
    seq: 1, activityAt: now, publicSeq: 1, publicActivityAt: now, lastAuthorKind: 'contact', lastAuthorId: people[0].id,
    lastMessageAt: now, lastCustomerAt: now, createdAt: now,
  };
  await runList(scope.db, [
    write(build.insert(tickets).values(row)),
    ...people.map((person, i) =>
      write(
        build.insert(ticketPeople).values({
          tenantId: tenant.id, ticketId, contactId: person.id, accountId: tenant.accountId,
          part: i === 0 ? 'requester' : 'participant', done: 0, publicActivityAt: now,
        }),
      ),
    ),
  ]);
  return { kind: 'ticket', ticketId };
}

/** Opens a socket as the face's route does, with the session's checks behind it. */
export async function joinThread(tenant: LiveTenant, actor: Contact | Agent, topic: Topic, latest: number | null = null) {
  const request = new Request(`https://${host}/live`, { headers: { Upgrade: 'websocket', Origin: `https://${host}` } });
  const response = await joinRoom(env, request, { scope: scopeOf(tenant.id, Date.now()), topic, actor, host, latest });
  if (!response.webSocket) throw new Error(`No socket: ${response.status}`);
  return listenTo(response.webSocket);
}

export type Listener = ReturnType<typeof listenTo>;

function listenTo(socket: WebSocket) {
  const heard: ServerFrame[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const check of waiting) check();
  };
  const closed = Promise.withResolvers<number>();
  socket.addEventListener('message', ({ data }) => {
    const frame = readServerFrame(data);
    if (frame) heard.push(frame);
    wake();
  });
  socket.addEventListener('close', ({ code }) => closed.resolve(code));
  socket.accept();
  return {
    heard,
    /** Close code, once the room has closed it. */
    closed: closed.promise,
    say: (frame: ClientFrame | string | ArrayBuffer) =>
      socket.send(typeof frame === 'string' || frame instanceof ArrayBuffer ? frame : JSON.stringify(frame)),
    leave: () => socket.close(1000),
    /** The first frame of this kind that has come or comes and passes. */
    hears: <T extends ServerFrame['t']>(t: T, passes: (frame: Extract<ServerFrame, { t: T }>) => boolean = () => true) => {
      const isIt = (frame: ServerFrame): frame is Extract<ServerFrame, { t: T }> => frame.t === t && passes(frame as Extract<ServerFrame, { t: T }>);
      return new Promise<Extract<ServerFrame, { t: T }>>((resolve) => {
        const check = () => {
          const frame = heard.find(isIt);
          if (!frame) return;
          waiting.delete(check);
          resolve(frame);
        };
        waiting.add(check);
        check();
      });
    },
    whispers: () => heard.flatMap((frame) => (frame.t === 'new' ? [frame.after] : [])),
  };
}

export function scopeOf(tenantId: string, now: number): TenantScope {
  const tenant = {
    id: tenantId, number: 1, slug: 'acme', shard: 'DB', status: 'active', canonicalHost: host, version: 1, locale: 'en', zone: 'UTC',
    solvedClosesAfterDays: 7,
    brand: { name: 'Acme', accent: '#336699', logoLight: null, logoDark: null, logoMail: null, welcome: '', footerLinks: [], themeCss: '', themeHash: '' },
  } as const;
  return { db: openTenantDb(env, tenant, newMeter()), tenant, now, onNewVersion: () => {} };
}

async function session(scope: TenantScope, of: { kind: 'contact' | 'agent'; subjectId: string; accountId: string | null }) {
  const secretHash = randomToken();
  const expiry = scope.now + dayMs;
  await runList(scope.db, [
    write(
      build.insert(sessions).values({
        tenantId: scope.tenant.id, secretHash, host, ...of, challengeHash: randomToken(), createdAt: scope.now,
        expiresAt: expiry, idleExpiresAt: expiry, lastSeenAt: scope.now,
      }),
    ),
  ]);
  return secretHash;
}
