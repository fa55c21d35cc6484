import { cleanFileName } from '#attachments/file-name.ts';
import { FileReceiver } from '#attachments/receive-file.ts';
import type { FileFault, Intake, Received, UploadedFile, UploadRoom } from '#attachments/upload.ts';
import type { Effects } from '#lib/effects.ts';
import { Problem } from '#lib/problem.ts';
import { withFurther } from '#lib/several.ts';
import type { AppContext } from './context.ts';
import { type Fields, maxFormBytes } from './fields.ts';
import { type MultipartPart, multipartParts } from './multipart-parts.ts';
import { ofThisTenant } from './this-tenant.ts';

/** How a form takes files: who is confirmed before the first byte of one is kept. */
export interface FormFiles {
  /** Gets what stood before the first file; the fields of a form stand before its files. Throws where nobody may. */
  readonly confirm: (fields: Fields) => Promise<Intake>;
}

export interface MultipartForm {
  /** Ids of new files stand in the field of their control, after those that it named (lib/several.ts). */
  readonly fields: Fields;
  readonly faults: Readonly<Record<string, readonly FileFault[]>>;
  readonly uploaded: readonly UploadedFile[];
}

/** Bytes that are let go by after files were refused, so that the page that says so can be shown. */
const maxWastedBytes = 64 * 1024 * 1024;

/**
 * A multipart form, read while it comes: texts as in any other form, each file
 * straight to its store. What breaks off leaves nothing behind.
 */
export async function readMultipart(
  c: AppContext,
  repeats: (name: string) => boolean,
  files: FormFiles,
): Promise<MultipartForm> {
  const { body } = c.req.raw;
  if (!body) return { fields: {}, faults: {}, uploaded: [] };
  const reading = new MultipartReading(c, repeats, files);
  const parts = multipartParts(body, c.req.header('Content-Type') ?? '');
  const work = reading.read(parts);
  // Where the sender hangs up, what has to be taken back still is. Nobody's request on the agents' host has no effects.
  const effects: Effects | undefined = c.get('effects');
  effects?.after(() => work.catch(() => undefined));
  return work;
}

class MultipartReading {
  readonly #c: AppContext;
  readonly #repeats: (name: string) => boolean;
  readonly #files: FormFiles;
  readonly #fields: Record<string, string> = Object.create(null);
  readonly #faults: Record<string, FileFault[]> = Object.create(null);
  readonly #uploaded: UploadedFile[] = [];
  #intake: Intake | null = null;
  #room: UploadRoom = { bytes: 0, files: 0 };
  /** Why nobody may upload here; the words around the files are read all the same. */
  #refusal: { readonly error: unknown } | null = null;
  #current: { readonly name: string; readonly fileName: string; receiver: FileReceiver | null } | null = null;
  #textBytes = 0;
  #wasted = 0;

  constructor(c: AppContext, repeats: (name: string) => boolean, files: FormFiles) {
    this.#c = c;
    this.#repeats = repeats;
    this.#files = files;
  }

  async read(parts: AsyncGenerator<MultipartPart>): Promise<MultipartForm> {
    try {
      for await (const part of parts) await this.#take(part);
      if (this.#refusal) throw this.#refusal.error;
    } catch (error) {
      await this.#current?.receiver?.abandon();
      this.#c.set('form', { ...this.#fields });
      throw error;
    }
    const fields = ofThisTenant(this.#c, { ...this.#fields });
    return { fields, faults: this.#faults, uploaded: this.#uploaded };
  }

  async #take(part: MultipartPart): Promise<void> {
    if (part.kind === 'field') this.#add(part.name, this.#text(part.value));
    else if (part.kind === 'file') this.#current = { ...part, receiver: null };
    else if (part.kind === 'bytes') await this.#bytes(part.bytes);
    else await this.#end();
  }

  async #bytes(bytes: Uint8Array): Promise<void> {
    const file = this.#current;
    if (!file) throw new Problem('invalid', 'bad_multipart');
    file.receiver ??= await this.#receiver(file.fileName);
    if (file.receiver && !file.receiver.isRefused) await file.receiver.write(bytes);
    else this.#waste(bytes);
  }

  /** A control without a choice sends a part without a name or a byte. */
  async #end(): Promise<void> {
    const file = this.#current;
    this.#current = null;
    if (!file || (file.fileName === '' && !file.receiver)) return;
    const receiver = file.receiver ?? (await this.#receiver(file.fileName));
    if (this.#refusal) return;
    const received = receiver ? await receiver.end() : tooMany(file.fileName);
    if (!received.ok) return this.#fault(file.name, received.fault);
    this.#room = { bytes: this.#room.bytes - received.file.size, files: this.#room.files - 1 };
    this.#uploaded.push(received.file);
    this.#add(file.name, received.file.id, true);
  }

  /** Null where nobody may upload, or the form has all the files that it may have. */
  async #receiver(fileName: string): Promise<FileReceiver | null> {
    if (!this.#intake && !this.#refusal) await this.#confirm();
    if (!this.#intake || this.#room.files === 0) return null;
    return new FileReceiver(this.#intake, fileName, this.#room.bytes);
  }

  async #confirm(): Promise<void> {
    try {
      this.#intake = await this.#files.confirm(ofThisTenant(this.#c, { ...this.#fields }));
      this.#room = this.#intake.room;
    } catch (error) {
      this.#refusal = { error };
    }
  }

  #add(name: string, value: string, isFile = false): void {
    const before = this.#fields[name];
    const mayRepeat = isFile || this.#repeats(name);
    if (before !== undefined && !mayRepeat) throw new Problem('invalid', 'repeated_field');
    this.#fields[name] = mayRepeat ? withFurther(before, value) : value;
  }

  #fault(name: string, fault: FileFault): void {
    this.#faults[name] = [...(this.#faults[name] ?? []), fault];
  }

  #text(value: Uint8Array): string {
    this.#textBytes += value.byteLength;
    if (this.#textBytes > maxFormBytes) throw new Problem('too_large', 'form_too_large');
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(value);
    } catch {
      throw new Problem('invalid', 'malformed_text');
    }
  }

  #waste(bytes: Uint8Array): void {
    this.#wasted += bytes.byteLength;
    if (this.#wasted > maxWastedBytes) throw new Problem('too_large', 'form_too_large');
  }
}

function tooMany(name: string): Received {
  return { ok: false, fault: { code: 'too_many', name: cleanFileName(name) } };
}
