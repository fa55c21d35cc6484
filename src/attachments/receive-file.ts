import { run, runIdempotent } from '#db/run.ts';
import { newId } from '#lib/ids.ts';
import { describeError, logEvent } from '#lib/log.ts';
import { randomToken } from '#lib/secrets.ts';
import { cleanFileName } from './file-name.ts';
import { type FoundType, findType } from './file-type.ts';
import { largestFile } from './limits.ts';
import { ObjectWriter } from './object-writer.ts';
import type { FileFaultCode, Intake, Received, UploadedFile } from './upload.ts';
import { countTaken, deleteUnsent, insertFile } from './upload-queries.ts';

/**
 * One file on its way in: counted, hashed and told by its content while it goes
 * to R2. `room`: bytes that are left for it. Whatever goes wrong, nothing of it
 * stays; only our own database's trouble is thrown.
 */
export class FileReceiver {
  readonly #intake: Intake;
  readonly #name: string;
  readonly #most: number;
  readonly #objectKey: string;
  readonly #writer: ObjectWriter;
  readonly #digest = new crypto.DigestStream('SHA-256');
  readonly #hash = this.#digest.getWriter();
  #size = 0;
  #found: FoundType | null = null;
  #fault: FileFaultCode | null = null;

  constructor(intake: Intake, rawName: string, room: number) {
    this.#intake = intake;
    this.#name = cleanFileName(rawName);
    this.#most = Math.min(largestFile, room);
    // Random: it says nothing of the file, and no name is ever a path.
    this.#objectKey = `t/${intake.scope.tenant.id}/files/${randomToken()}`;
    this.#writer = new ObjectWriter(intake.store, this.#objectKey);
  }

  /** True once it has a fault: the rest of it need not be written. */
  get isRefused(): boolean {
    return this.#fault !== null;
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (this.#fault) return;
    this.#size += chunk.byteLength;
    if (this.#size > this.#most) return this.#refuse(this.#most < largestFile ? 'full' : 'too_large');
    try {
      await this.#hash.write(chunk);
      for (let rest = chunk; rest.byteLength > 0; ) {
        if (this.#writer.isFull) this.#found ??= await findType(this.#writer.held, this.#name);
        rest = await this.#writer.write(rest);
      }
    } catch (error) {
      await this.#fail(error);
    }
  }

  async end(): Promise<Received> {
    if (!this.#fault && this.#size === 0) await this.#refuse('empty');
    const found = this.#found ?? (await findType(this.#writer.held, this.#name));
    await this.#hash.close();
    if (this.#fault) return this.#refused(this.#fault);
    const sha256 = new Uint8Array(await this.#digest.digest).toHex();
    const { scope, owner, draft } = this.#intake;
    const file = { id: newId('attachment', scope.now), name: this.#name, size: this.#size, ...found };
    const row = { ...file, draft, sha256, objectKey: this.#objectKey };
    // The row is there before the object is whole: whatever breaks off between the two, the sweep knows of it.
    const { kept } = await this.#orDiscard(
      run(scope.db, { kept: insertFile(scope, owner, row), counted: countTaken(scope, owner, row.size) }),
    );
    if (kept === 0) {
      await this.#refuse('full');
      return this.#refused('full');
    }
    return this.#finish(file);
  }

  /** The sender broke off. */
  async abandon(): Promise<void> {
    this.#digest.digest.catch(() => undefined);
    await this.#hash.abort().catch(() => undefined);
    if (!this.#fault) await this.#discard();
  }

  async #finish(file: UploadedFile): Promise<Received> {
    try {
      await this.#writer.finish();
      return { ok: true, file };
    } catch (error) {
      await this.#fail(error);
      const { scope } = this.#intake;
      await runIdempotent(scope.db, { taken: deleteUnsent(scope, [file.id]) });
      return this.#refused('failed');
    }
  }

  async #refuse(fault: FileFaultCode): Promise<void> {
    this.#fault = fault;
    await this.#discard();
  }

  async #fail(error: unknown): Promise<void> {
    logEvent('warn', 'file_not_kept', { tenantId: this.#intake.scope.tenant.id, error: describeError(error) });
    await this.#refuse('failed');
  }

  #refused(code: FileFaultCode): Received {
    return { ok: false, fault: { code, name: this.#name } };
  }

  async #orDiscard<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      await this.#discard();
      throw error;
    }
  }

  /** R2 itself may be what fails; what it then keeps of an unfinished upload it drops by its own rule. */
  async #discard(): Promise<void> {
    await this.#writer.discard().catch((error: unknown) => {
      logEvent('warn', 'file_not_discarded', { error: describeError(error) });
    });
  }
}
