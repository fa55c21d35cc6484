import { env } from 'cloudflare:workers';
import type { Agent, Contact } from '#lib/actor.ts';
import type { Topic, Whisper } from '#lib/effects.ts';
import { joinRoom } from '#live/join.ts';
import { type ClientFrame, readServerFrame, type ServerFrame } from '#live/protocol.ts';
import { publishWhispers } from '#live/publish.ts';
import { roomName } from '#live/room-name.ts';
import { type LiveTenant, liveAgent, liveContact, liveTicket, newLiveTenant } from './live-people.ts';
import { scopeOf } from './new-tenant.ts';

/** A ticket of two contacts, and two agents who may answer it. */
export async function newThread() {
  const tenant = await newLiveTenant();
  const nora = await liveContact(tenant, 'Nora');
  const nils = await liveContact(tenant, 'Nils');
  const amir = await liveAgent(tenant, 'Amir');
  const olga = await liveAgent(tenant, 'Olga');
  return { tenant, nora, nils, amir, olga, topic: await liveTicket(tenant, [nora, nils]) };
}

export function roomOf(tenantId: string, topic: Topic) {
  return env.ROOMS.getByName(roomName(tenantId, topic));
}

/** Whispers as an operation's effects do. */
export function tell(tenantId: string, topic: Topic, whisper: Partial<Whisper>): Promise<void> {
  return publishWhispers(env, tenantId, [{ topic, seq: null, publicSeq: null, people: [], ...whisper }]);
}

/** Opens a socket as the face's route does, with the session's checks behind it. */
export async function joinThread(
  tenant: LiveTenant,
  actor: Contact | Agent,
  topic: Topic,
  latest: number | null = null,
) {
  const { host } = tenant;
  const request = new Request(`https://${host}/live`, { headers: { Upgrade: 'websocket', Origin: `https://${host}` } });
  const response = await joinRoom(env, request, { scope: await scopeOf(tenant), topic, actor, host, latest });
  if (!response.webSocket) throw new Error(`No socket: ${response.status}`);
  return listenTo(response.webSocket);
}

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
    hears: <T extends ServerFrame['t']>(
      t: T,
      passes: (frame: Extract<ServerFrame, { t: T }>) => boolean = () => true,
    ) => {
      const isIt = (frame: ServerFrame): frame is Extract<ServerFrame, { t: T }> =>
        frame.t === t && passes(frame as Extract<ServerFrame, { t: T }>);
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
