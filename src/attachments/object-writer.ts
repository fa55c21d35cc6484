import { partBytes } from './limits.ts';

/** The part of R2 that keeps files. */
export type FileStore = Pick<R2Bucket, 'put' | 'createMultipartUpload' | 'delete'>;

/**
 * Writes one object piece by piece: never more than one part of it is in memory,
 * and nobody reads the next piece before a full part is away. What fits one part
 * is a single put.
 */
export class ObjectWriter {
  readonly #store: FileStore;
  readonly #key: string;
  #part = new Uint8Array(64 * 1024);
  #filled = 0;
  #upload: R2MultipartUpload | null = null;
  #parts: R2UploadedPart[] = [];

  constructor(store: FileStore, key: string) {
    this.#store = store;
    this.#key = key;
  }

  /** The beginning of the object, as long as nothing of it is away. */
  get held(): Uint8Array {
    return this.#part.subarray(0, this.#filled);
  }

  /** True once a part is full: after the next `write` its beginning is away. */
  get isFull(): boolean {
    return this.#filled === partBytes;
  }

  /** Takes as much as the part has room for; gives what is left. */
  async write(chunk: Uint8Array): Promise<Uint8Array> {
    if (this.isFull) await this.#sendPart();
    const taken = chunk.subarray(0, partBytes - this.#filled);
    this.#makeRoom(this.#filled + taken.byteLength);
    this.#part.set(taken, this.#filled);
    this.#filled += taken.byteLength;
    return chunk.subarray(taken.byteLength);
  }

  async finish(): Promise<void> {
    if (!this.#upload) {
      await this.#store.put(this.#key, this.held);
      return;
    }
    if (this.#filled > 0) await this.#sendPart();
    await this.#upload.complete(this.#parts);
    this.#upload = null;
  }

  /** Leaves nothing behind, whether or not it was finished. */
  async discard(): Promise<void> {
    this.#part = new Uint8Array(0);
    this.#filled = 0;
    const upload = this.#upload;
    this.#upload = null;
    // A completion whose answer was lost may have made the object: it goes too.
    await upload?.abort().catch(() => undefined);
    await this.#store.delete(this.#key);
  }

  async #sendPart(): Promise<void> {
    this.#upload ??= await this.#store.createMultipartUpload(this.#key);
    this.#parts.push(await this.#upload.uploadPart(this.#parts.length + 1, this.held));
    this.#filled = 0;
  }

  /** Grows by doubling, so that a small file costs little. */
  #makeRoom(needed: number): void {
    if (needed <= this.#part.byteLength) return;
    const grown = new Uint8Array(Math.min(partBytes, Math.max(needed, this.#part.byteLength * 2)));
    grown.set(this.held);
    this.#part = grown;
  }
}
