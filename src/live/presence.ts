import { describeError, logEvent } from '#lib/log.ts';
import type { AccessCheck } from './access-check.ts';
import { nextSilenceAt, peopleFor } from './people.ts';
import { type ClientFrame, typingLeaseMs } from './protocol.ts';
import type { Audience, Seat } from './seat.ts';
import type { Sockets } from './sockets.ts';

/**
 * Who is here and who is writing, in a ticket's room. All of it is a lease that
 * lapses at its reader, so that a room which forgets or sleeps leaves nobody
 * writing for ever.
 */
export class Presence {
  readonly #sockets: Sockets;
  readonly #access: AccessCheck;
  readonly #wakeBy: (at: number) => Promise<void>;

  constructor(sockets: Sockets, access: AccessCheck, wakeBy: (at: number) => Promise<void>) {
    this.#sockets = sockets;
    this.#access = access;
    this.#wakeBy = wakeBy;
  }

  async typed(socket: WebSocket, seat: Seat, frame: ClientFrame, now: number): Promise<void> {
    if (frame.t === 'still') {
      this.#sockets.update(socket, { ...seat, replyUntil: 0, noteUntil: 0 });
      return this.stopped(seat, now);
    }
    if (frame.kind === 'note' && seat.audience !== 'agent') return;
    const until = now + typingLeaseMs;
    this.#sockets.update(
      socket,
      frame.kind === 'note' ? { ...seat, noteUntil: until } : { ...seat, replyUntil: until },
    );
    await this.show('agent', now, socket);
    if (frame.kind === 'reply') await this.show('contact', now, socket);
  }

  /**
   * Agents see at once that somebody stopped or left. Contacts see it only of a
   * reply; one that was left for a note lapses by itself, or its end would tell
   * when the note was done.
   */
  async stopped(seat: Seat, now: number): Promise<void> {
    await this.show('agent', now);
    if (seat.replyUntil > now && seat.replyUntil > seat.noteUntil) await this.show('contact', now);
  }

  greet(socket: WebSocket, seat: Seat, now: number): void {
    const people = peopleFor(seat, this.#sockets.sitters(), now);
    if (people.here.length + people.writing.length > 0) this.#sockets.send(socket, people);
  }

  /** Tells an audience anew. Best effort: who cannot be checked is not told. */
  async show(audience: Audience, now: number, except?: WebSocket): Promise<void> {
    const readers = () =>
      this.#sockets.all(audience).filter(([socket, seat]) => socket !== except && seat.topic.kind === 'ticket');
    if (readers().length === 0) return;
    try {
      await this.#access.ensure(audience, now);
    } catch (error) {
      return logEvent('warn', 'room_check_failed', { error: describeError(error) });
    }
    const sitters = this.#sockets.sitters();
    for (const [socket, seat] of readers()) this.#sockets.send(socket, peopleFor(seat, sitters, now));
    const silenceAt = nextSilenceAt(sitters, now);
    if (silenceAt !== null) await this.#wakeBy(silenceAt);
  }
}
