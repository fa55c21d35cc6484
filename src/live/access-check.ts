import { type DatabaseEnv, newMeter, openTenantDb } from '#db/database.ts';
import { run } from '#db/run.ts';
import { closeCodes } from './protocol.ts';
import { liveSeats } from './room-queries.ts';
import type { Audience } from './seat.ts';
import type { Sockets } from './sockets.ts';

/** The longest that somebody whose session ended may still be told something. */
const checkEveryMs = 15_000;

/** Keeps a room to those who may still be in it, without a query for each whisper. */
export class AccessCheck {
  readonly #env: DatabaseEnv;
  readonly #sockets: Sockets;
  readonly #last = new Map<Audience, { readonly at: number; readonly done: Promise<void> }>();

  constructor(env: DatabaseEnv, sockets: Sockets) {
    this.#env = env;
    this.#sockets = sockets;
  }

  /**
   * Call it before an audience is told anything. Closes the sockets of those
   * whose session ended or who may no longer see the topic, unless that was
   * asked within the last 15 s. Throws where it could not ask: then tell nobody.
   */
  async ensure(audience: Audience, now: number): Promise<void> {
    const last = this.#last.get(audience);
    if (last && now - last.at < checkEveryMs) return last.done;
    const check = { at: now, done: this.#closeStrangers(audience, now) };
    this.#last.set(audience, check);
    try {
      await check.done;
    } catch (error) {
      if (this.#last.get(audience) === check) this.#last.delete(audience);
      throw error;
    }
  }

  async #closeStrangers(audience: Audience, now: number): Promise<void> {
    const asked = this.#sockets.all(audience);
    const seats = asked.map(([, seat]) => seat);
    const [first] = seats;
    if (!first) return;
    const db = openTenantDb(this.#env, first, newMeter());
    const { live } = await run(db, {
      live: liveSeats({ db, tenantId: first.tenantId, now }, first.topic, audience, seats),
    });
    const known = new Set(live);
    for (const [index, [socket]] of asked.entries()) {
      if (!known.has(index)) this.#sockets.dismiss(socket, closeCodes.unauthorized);
    }
  }
}
