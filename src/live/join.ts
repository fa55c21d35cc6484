import type { TenantScope } from '#db/scopes.ts';
import type { Agent, Contact } from '#lib/actor.ts';
import type { Topic } from '#lib/effects.ts';
import type { LiveEnv } from './publish.ts';
import { roomName } from './room-name.ts';
import { requestSeat } from './seat.ts';

/** Somebody who was confirmed a moment ago and may see the topic: the caller has checked both. */
export interface Joining {
  readonly scope: TenantScope;
  readonly topic: Topic;
  readonly actor: Contact | Agent;
  /** Host that the session belongs to (the claim's). */
  readonly host: string;
  /** The thread's `public_seq` (contacts) or `seq` (agents) as read with the check; null for lists. */
  readonly latest: number | null;
}

/**
 * Opens a socket into the topic's room. Refuses other sites' pages by itself;
 * call `refuseHandshake` first where that should spare the database the trip.
 */
export async function joinRoom(env: LiveEnv, request: Request, joining: Joining): Promise<Response> {
  return refuseHandshake(request) ?? env.ROOMS.getByName(nameOf(joining)).fetch(requestSeat(seatOf(joining)));
}

/**
 * The answer to a request that may not become a socket; null: it may. CORS and
 * SameSite do not stop other sites from opening sockets (CWE-1385): Origin does.
 */
export function refuseHandshake(request: Request): Response | null {
  const site = request.headers.get('Sec-Fetch-Site');
  const ownOrigin = request.headers.get('Origin') === new URL(request.url).origin;
  if (!ownOrigin || (site !== null && site !== 'same-origin')) return new Response(null, { status: 403 });
  if (request.headers.get('Upgrade')?.toLowerCase() === 'websocket') return null;
  return new Response(null, { status: 426, headers: { Upgrade: 'websocket', Connection: 'Upgrade' } });
}

function nameOf({ scope, topic }: Joining): string {
  return roomName(scope.tenant.id, topic);
}

function seatOf({ scope, topic, actor, host, latest }: Joining) {
  const audience = actor.kind;
  if (topic.kind === 'desk' && audience !== 'agent') throw new Error('Desks are for agents');
  if (topic.kind === 'account' && (audience !== 'contact' || actor.accountId !== topic.accountId)) {
    throw new Error('Accounts are for their contacts');
  }
  if (actor.secretHash === null) throw new Error('Sockets need a session');
  return {
    tenantId: scope.tenant.id,
    shard: scope.tenant.shard,
    topic,
    audience,
    personId: actor.id,
    name: actor.name.slice(0, 100),
    rights: actor.kind === 'agent' ? actor.role : actor.sees,
    accountId: actor.kind === 'contact' ? actor.accountId : null,
    host,
    sessionHash: actor.secretHash,
    latest,
    joinedAt: scope.now,
    leaseEndsAt: 0,
    replyUntil: 0,
    noteUntil: 0,
  };
}
