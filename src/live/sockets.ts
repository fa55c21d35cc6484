import type { Sitter } from './people.ts';
import { closeCodes, type ServerFrame } from './protocol.ts';
import { type Audience, readSeat, type Seat } from './seat.ts';

/** A room's open sockets and their seats; a room that wakes up finds them again. */
export class Sockets {
  readonly #state: DurableObjectState;
  readonly #seats = new Map<WebSocket, Seat>();

  constructor(state: DurableObjectState) {
    this.#state = state;
    for (const socket of state.getWebSockets()) {
      const seat = readSeat(socket.deserializeAttachment());
      if (seat) this.#seats.set(socket, seat);
      else close(socket, closeCodes.leaseOver);
    }
  }

  get size(): number {
    return this.#seats.size;
  }

  seatOf(socket: WebSocket): Seat | undefined {
    return this.#seats.get(socket);
  }

  /** Pairs of socket and seat, oldest first. */
  all(audience?: Audience): readonly (readonly [WebSocket, Seat])[] {
    const all = [...this.#seats].sort(([, a], [, b]) => a.joinedAt - b.joinedAt);
    return audience ? all.filter(([, seat]) => seat.audience === audience) : all;
  }

  sitters(): readonly Sitter[] {
    return [...this.#seats].map(([socket, seat]) => ({
      seat,
      heardAt: Math.max(seat.joinedAt, this.#state.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0),
    }));
  }

  accept(socket: WebSocket, seat: Seat): void {
    this.#state.acceptWebSocket(socket);
    this.update(socket, seat);
  }

  update(socket: WebSocket, seat: Seat): void {
    socket.serializeAttachment(seat);
    this.#seats.set(socket, seat);
  }

  /** Undefined where it was gone already. */
  forget(socket: WebSocket): Seat | undefined {
    const seat = this.#seats.get(socket);
    this.#seats.delete(socket);
    return seat;
  }

  dismiss(socket: WebSocket, code: number): void {
    this.#seats.delete(socket);
    close(socket, code);
  }

  send(socket: WebSocket, frame: ServerFrame): void {
    try {
      socket.send(JSON.stringify(frame));
    } catch {
      // Closing under our hands: its close event follows.
    }
  }
}

/** Closing what is closed already throws, and means nothing. */
function close(socket: WebSocket, code: number): void {
  try {
    socket.close(code);
  } catch {
    // It is gone, as wished.
  }
}
