import type * as z from 'zod';
import type { FileFault } from '#attachments/upload.ts';
import { Problem } from '#lib/problem.ts';
import { withFurther } from '#lib/several.ts';
import type { AppContext } from './context.ts';
import { type Fields, maxFormBytes } from './fields.ts';
import { type FormFiles, readMultipart } from './read-multipart.ts';
import { ofThisTenant } from './this-tenant.ts';

export type FormResult<T> =
  | { readonly ok: true; readonly value: T; readonly fields: Fields }
  | {
      readonly ok: false;
      readonly fields: Fields;
      /** The first fault of each field: the code that its schema names (`required`, `too_long` …). */
      readonly errors: Readonly<Record<string, string>>;
      /** Files that were not kept, by the name of their control; its error then is `file`. */
      readonly fileFaults?: Readonly<Record<string, readonly FileFault[]>>;
    };

export interface FormOptions {
  /** Names that may come several times, such as boxes of one list; `severalOf` (lib/several.ts) takes their values apart. */
  readonly repeats?: (name: string) => boolean;
  /** For forms with files, which come as multipart/form-data: the ids of what was kept stand in the fields. */
  readonly files?: FormFiles;
}

/**
 * A form by its schema (use z.strictObject): each field at most once, no field
 * that the schema does not know, well-formed UTF-8. Faults of single fields are
 * values, so that the page can be shown again with everything typed; all else
 * is a Problem, for no form of ours sends it.
 */
export async function readForm<T>(
  c: AppContext,
  schema: z.ZodType<T>,
  options: FormOptions = {},
): Promise<FormResult<T>> {
  const { fields, faults } = await readFields(c, options);
  c.set('form', fields);
  const parsed = schema.safeParse(fields);
  const broken = Object.keys(faults);
  if (parsed.success && broken.length === 0) return { ok: true, value: parsed.data, fields };
  const errors: Record<string, string> = Object.fromEntries(broken.map((name) => [name, 'file']));
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') throw new Problem('invalid', 'unknown_field');
    const name = String(issue.path[0] ?? '');
    errors[name] ??= issue.message;
  }
  return { ok: false, fields, errors, fileFaults: faults };
}

async function readFields(c: AppContext, { repeats = () => false, files }: FormOptions) {
  const type = c.req.header('Content-Type') ?? '';
  if (files && /^multipart\/form-data\b/i.test(type)) {
    return readMultipart(c, repeats, files);
  }
  return { fields: ofThisTenant(c, decodeForm(await readBody(c), type, repeats)), faults: {} };
}

/** Counts while it reads: a Content-Length is only a claim, and chunked bodies have none. */
async function readBody(c: AppContext): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = c.req.raw.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxFormBytes) {
      await reader?.cancel();
      throw new Problem('too_large', 'form_too_large');
    }
    chunks.push(part.value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(join(chunks, size));
  } catch {
    throw new Problem('invalid', 'malformed_text');
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function decodeForm(body: string, type: string, repeats: (name: string) => boolean): Fields {
  if (body === '') return {};
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Problem('invalid', 'unknown_body_type');
  const fields: Record<string, string> = Object.create(null);
  for (const pair of body.split('&')) {
    const [name = '', ...rest] = pair.split('=');
    const key = decodePart(name);
    const value = decodePart(rest.join('='));
    const mayRepeat = repeats(key);
    if (key in fields && !mayRepeat) throw new Problem('invalid', 'repeated_field');
    fields[key] = mayRepeat ? withFurther(fields[key], value) : value;
  }
  return { ...fields };
}

/** Strict where URLSearchParams is not: malformed bytes are refused, not replaced. */
function decodePart(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Problem('invalid', 'malformed_text');
  }
}
