const windowMs = 10_000;

/** Frames that a socket may send within ten seconds. A person at a keyboard needs a third of it. */
const framesPerWindow = 20;

/** Longest frame in bytes (SECURITY §1.8). */
export const maxFrameBytes = 8 * 1024;

/** Counts what each socket sends. A room that slept has forgotten it, which takes ten quiet seconds. */
export class FrameLimit {
  readonly #windows = new WeakMap<WebSocket, { startedAt: number; frames: number }>();

  /** False where the socket says too much at once. */
  allows(socket: WebSocket, now: number): boolean {
    const window = this.#windows.get(socket);
    if (!window || now - window.startedAt >= windowMs) {
      this.#windows.set(socket, { startedAt: now, frames: 1 });
      return true;
    }
    window.frames += 1;
    return window.frames <= framesPerWindow;
  }
}
