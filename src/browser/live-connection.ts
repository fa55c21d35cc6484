import {
  type ClientFrame,
  closeCodes,
  type HelloFrame,
  ping,
  pingEveryMs,
  readServerFrame,
  type ServerFrame,
  typingLeaseMs,
} from '#live/protocol.ts';
import { waitBefore } from './backoff.ts';

const answerMs = 8_000;

interface Hooks {
  readonly onHello: (frame: HelloFrame) => void;
  readonly onFrame: (frame: ServerFrame) => void;
  /** `attempt`: tries that failed since it was live; 0: it waits for its reader instead. */
  readonly onDown: (attempt: number) => void;
}

/**
 * One live socket that is kept open: renewed before its lease ends (the new one
 * opens before the old one closes), tried again after a loss, probed when the
 * page or the network comes back.
 */
export class LiveConnection {
  readonly #url: string;
  readonly #hooks: Hooks;
  #socket: WebSocket | null = null;
  #unsaid: { readonly frame: ClientFrame; readonly until: number } | null = null;
  #opening: WebSocket | null = null;
  #attempt = 0;
  #retry: number | undefined;
  #renewal: number | undefined;
  #heartbeat: number | undefined;
  #answer: number | undefined;

  constructor(path: string, hooks: Hooks) {
    const url = new URL(path, location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#url = url.href;
    this.#hooks = hooks;
  }

  get isLive(): boolean {
    return this.#socket !== null;
  }

  open(): void {
    clearTimeout(this.#retry);
    if (this.#opening) return;
    const socket = new WebSocket(this.#url);
    this.#opening = socket;
    const tooLate = setTimeout(() => this.#lost(socket), answerMs);
    socket.addEventListener('message', ({ data }) => {
      clearTimeout(tooLate);
      clearTimeout(this.#answer);
      const frame = readServerFrame(data);
      if (frame?.t === 'hello') this.#take(socket, frame);
      else if (frame && socket === this.#socket) this.#hooks.onFrame(frame);
    });
    socket.addEventListener('close', ({ code }) => {
      clearTimeout(tooLate);
      this.#lost(socket, code);
    });
  }

  /** For good. */
  close(): void {
    for (const timer of [this.#retry, this.#renewal, this.#heartbeat, this.#answer]) clearTimeout(timer);
    const [socket, opening] = [this.#socket, this.#opening];
    this.#socket = this.#opening = null;
    socket?.close();
    opening?.close();
  }

  /** The page or the network is back: is the socket still alive? */
  wake(): void {
    if (this.#socket) this.#probe(answerMs / 2);
    else this.open();
  }

  /** The network is gone; the socket may not know for minutes. */
  drop(): void {
    if (this.#socket) this.#lost(this.#socket);
  }

  /** What is said before the socket is open is said when it is, if it is still true then. */
  say(frame: ClientFrame): void {
    const isOpen = this.#socket?.readyState === WebSocket.OPEN;
    if (isOpen) this.#socket?.send(JSON.stringify(frame));
    this.#unsaid = isOpen ? null : { frame, until: performance.now() + typingLeaseMs };
  }

  #take(socket: WebSocket, frame: HelloFrame): void {
    const old = this.#socket;
    this.#socket = socket;
    if (this.#opening === socket) this.#opening = null;
    old?.close(1000);
    this.#attempt = 0;
    clearTimeout(this.#renewal);
    this.#renewal = setTimeout(() => this.open(), frame.leaseMs * (0.7 + 0.2 * Math.random()));
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => this.#probe(answerMs), pingEveryMs);
    this.#hooks.onHello(frame);
    if (this.#unsaid && this.#unsaid.until > performance.now()) this.say(this.#unsaid.frame);
  }

  #probe(patienceMs: number): void {
    const socket = this.#socket;
    if (!socket || socket.readyState !== WebSocket.OPEN) return;
    socket.send(ping);
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => this.#lost(socket), patienceMs);
  }

  #lost(socket: WebSocket, code?: number): void {
    if (socket === this.#opening) this.#opening = null;
    else if (socket === this.#socket) this.#socket = null;
    else return;
    socket.close();
    if (this.#socket) return; // a renewal that failed: the old one still lives, and its end will try again
    clearTimeout(this.#renewal);
    clearInterval(this.#heartbeat);
    clearTimeout(this.#retry);
    this.#attempt = code === closeCodes.crowded ? 0 : this.#attempt + 1;
    if (this.#attempt > 0) this.#retry = setTimeout(() => this.open(), waitBefore(this.#attempt, Math.random()));
    this.#hooks.onDown(this.#attempt);
  }
}
