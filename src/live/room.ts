import { DurableObject } from 'cloudflare:workers';
import type { DatabaseEnv } from '#db/database.ts';
import { describeError, logEvent } from '#lib/log.ts';
import { AccessCheck } from './access-check.ts';
import { FrameLimit, maxFrameBytes } from './frame-limit.ts';
import { Presence } from './presence.ts';
import { closeCodes, ping, pong, readClientFrame } from './protocol.ts';
import { roomName } from './room-name.ts';
import { requestedSeat, type Seat } from './seat.ts';
import { Sockets } from './sockets.ts';
import { frameFor, mergeWhispers, type RoomWhisper, readWhisper } from './whisper.ts';

export interface RoomEnv extends DatabaseEnv {
  readonly ROOMS: DurableObjectNamespace<Room>;
}

/** How long a socket lives unless its page opens another with its session. */
export const leaseMs = 5 * 60_000;
export const socketsPerSession = 8;
const socketsPerRoom = 1_000;

/** Lists are whispered to at most this often: a busy desk must not reload every page each time. */
const listEveryMs = 1_000;
/** Who joins a list hears what was whispered while their page was on its way. */
const listEchoMs = 10_000;
const retryMs = 5_000;
const owedKey = 'owed';

/**
 * A switchboard of sockets for one ticket, one desk or one account. It holds no
 * content and may lose all it knows: D1 has the words, and pages ask for them.
 * It hibernates: seats live in the sockets' attachments, and a whisper that
 * waits in storage.
 */
export class Room extends DurableObject<RoomEnv> {
  readonly #sockets: Sockets;
  readonly #access: AccessCheck;
  readonly #presence: Presence;
  readonly #limit = new FrameLimit();
  #owed: RoomWhisper | null;
  #told: { readonly at: number; readonly whisper: RoomWhisper } | null = null;

  constructor(state: DurableObjectState, env: RoomEnv) {
    super(state, env);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(ping, pong));
    this.#sockets = new Sockets(state);
    this.#access = new AccessCheck(env, this.#sockets);
    this.#presence = new Presence(this.#sockets, this.#access, (at) => this.#wakeBy(at));
    this.#owed = readWhisper(state.storage.kv.get(owedKey));
  }

  /** Takes the socket of somebody whom the Worker has verified; only join.ts calls it. */
  override async fetch(request: Request): Promise<Response> {
    const asked = requestedSeat(request);
    if (!asked || !this.#isNamedFor(asked)) return new Response(null, { status: 400 });
    if (this.#sockets.size >= socketsPerRoom) return new Response(null, { status: 503 });
    const now = Date.now();
    const seat: Seat = { ...asked, joinedAt: now, leaseEndsAt: now + leaseMs, replyUntil: 0, noteUntil: 0 };
    this.#giveWay(seat);
    const { 0: client, 1: server } = new WebSocketPair();
    this.#sockets.accept(server, seat);
    this.#greet(server, seat, now);
    await this.#wakeBy(seat.leaseEndsAt);
    await this.#presence.show('agent', now, server);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Tells the people here that there is something new, each as far as they may know. */
  async whisper(whisper: RoomWhisper): Promise<void> {
    const now = Date.now();
    const merged = mergeWhispers(this.#owed, whisper);
    const mayAt = this.#told && whisper.kind !== 'ticket' ? this.#told.at + listEveryMs : now;
    if (mayAt <= now) return this.#tell(merged, now);
    this.#owe(merged);
    await this.#wakeBy(mayAt);
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const now = Date.now();
    const seat = this.#sockets.seatOf(socket);
    if (!seat) return;
    if (typeof message !== 'string' || message.length > maxFrameBytes || !this.#limit.allows(socket, now)) {
      return this.#sockets.dismiss(socket, closeCodes.unruly);
    }
    const frame = readClientFrame(message);
    if (frame && seat.topic.kind === 'ticket') await this.#presence.typed(socket, seat, frame, now);
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    const seat = this.#sockets.forget(socket);
    if (seat) await this.#presence.stopped(seat, Date.now());
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    await this.webSocketClose(socket);
  }

  override async alarm(): Promise<void> {
    const now = Date.now();
    for (const [socket, seat] of this.#sockets.all()) {
      if (seat.leaseEndsAt <= now) this.#sockets.dismiss(socket, closeCodes.leaseOver);
    }
    if (this.#owed) await this.#tell(this.#owed, now);
    await this.#presence.show('agent', now);
    const leases = this.#sockets.all().map(([, seat]) => seat.leaseEndsAt);
    if (leases.length > 0) await this.#wakeBy(Math.min(...leases));
  }

  /** Where access cannot be checked the whisper stays owed, and nobody hears it yet. */
  async #tell(whisper: RoomWhisper, now: number): Promise<void> {
    this.#owe(null);
    this.#remember(whisper, now);
    const before = this.#sockets.size;
    const hearers = () => this.#sockets.all().filter(([, seat]) => frameFor(seat, whisper) !== null);
    try {
      for (const audience of new Set(hearers().map(([, seat]) => seat.audience)))
        await this.#access.ensure(audience, now);
    } catch (error) {
      logEvent('warn', 'room_check_failed', { error: describeError(error) });
      this.#owe(mergeWhispers(this.#owed, whisper));
      return this.#wakeBy(now + retryMs);
    }
    for (const [socket, seat] of hearers()) {
      const frame = frameFor(seat, whisper);
      if (frame) this.#sockets.send(socket, frame);
    }
    if (this.#sockets.size < before) await this.#presence.show('agent', now);
  }

  #remember(whisper: RoomWhisper, now: number): void {
    const last = this.#told;
    const keeps = last !== null && (whisper.kind === 'ticket' || now - last.at < listEchoMs);
    this.#told = { at: now, whisper: keeps ? mergeWhispers(last.whisper, whisper) : whisper };
  }

  #owe(whisper: RoomWhisper | null): void {
    if (whisper) this.ctx.storage.kv.put(owedKey, whisper);
    else if (this.#owed) this.ctx.storage.kv.delete(owedKey);
    this.#owed = whisper;
  }

  /** Access was checked a moment before; what was whispered since then is told now. */
  #greet(socket: WebSocket, seat: Seat, now: number): void {
    const told = this.#told;
    const missed = told && frameFor(seat, told.whisper);
    const after = seat.latest === null ? null : Math.max(seat.latest, missed?.after ?? 0);
    this.#sockets.send(socket, { t: 'hello', leaseMs, after });
    if (seat.topic.kind === 'ticket') this.#presence.greet(socket, seat, now);
    else if (missed && now - told.at < listEchoMs) this.#sockets.send(socket, missed);
  }

  #giveWay(seat: Seat): void {
    const own = this.#sockets.all().filter(([, other]) => other.sessionHash === seat.sessionHash);
    const [oldest] = own;
    if (oldest && own.length >= socketsPerSession) this.#sockets.dismiss(oldest[0], closeCodes.crowded);
  }

  /** The last wall between tenants: a seat for another room is a fault of ours. */
  #isNamedFor({ tenantId, topic }: Seat): boolean {
    return this.ctx.id.equals(this.env.ROOMS.idFromName(roomName(tenantId, topic)));
  }

  async #wakeBy(at: number): Promise<void> {
    const set = await this.ctx.storage.getAlarm();
    if (set === null || set > at) await this.ctx.storage.setAlarm(at);
  }
}
