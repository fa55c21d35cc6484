import { type MultipartError, make } from 'multipasta';
import { Problem } from '#lib/problem.ts';
import { maxFormBytes } from './fields.ts';

/** What a multipart body says, in its order. A file's bytes come between `file` and `end`. */
export type MultipartPart =
  | { readonly kind: 'field'; readonly name: string; readonly value: Uint8Array }
  | { readonly kind: 'file'; readonly name: string; readonly fileName: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

/** Parts that a form of ours never reaches. */
const maxParts = 1000;

/**
 * Reads a body by pieces (RFC 7578): the next one is asked for when all of the
 * last has been dealt with, so that a slow store slows the sender down and
 * nothing piles up. Throws Problem `invalid` for what no browser sends and
 * `broken_off` for a body without its end.
 */
export async function* multipartParts(
  body: ReadableStream<Uint8Array>,
  contentType: string,
): AsyncGenerator<MultipartPart, void> {
  const queue: MultipartPart[] = [];
  const state = { fault: null as string | null, isDone: false };
  const parser = parserOf(contentType, queue, state);
  const step = function* (work: () => void): Generator<MultipartPart> {
    if (state.isDone) return;
    guarded(work);
    yield* queue.splice(0);
    if (state.fault) throw new Problem('invalid', state.fault);
  };
  let held = new Uint8Array(0);
  for await (const chunk of piecesOf(body)) {
    const bytes = joined(held, chunk);
    const keep = trailingDashes(bytes);
    held = bytes.slice(bytes.byteLength - keep);
    yield* step(() => parser.write(bytes.subarray(0, bytes.byteLength - keep)));
  }
  yield* step(() => parser.write(held));
  yield* step(() => parser.end());
  if (!state.isDone) throw new Problem('invalid', 'broken_off');
}

const faults: Partial<Record<MultipartError['_tag'], string>> = {
  ReachedLimit: 'form_too_large',
  EndNotReached: 'broken_off',
};

function parserOf(contentType: string, queue: MultipartPart[], state: { fault: string | null; isDone: boolean }) {
  return make({
    headers: { 'content-type': `multipart/form-data; boundary="${boundaryOf(contentType)}"` },
    maxParts,
    // Of one text; all of them together are bounded by the form's reader.
    maxFieldSize: maxFormBytes,
    isFile: ({ headers }) => dispositionOf(headers).fileName !== null,
    onField: ({ headers }, value) => queue.push({ kind: 'field', name: dispositionOf(headers).name, value }),
    onFile: ({ headers }) => {
      const { name, fileName } = dispositionOf(headers);
      queue.push({ kind: 'file', name, fileName: fileName ?? '' });
      return (bytes) => queue.push(bytes === null ? { kind: 'end' } : { kind: 'bytes', bytes });
    },
    onError: (error) => {
      state.fault ??= faults[error._tag] ?? 'bad_multipart';
    },
    onDone: () => {
      state.isDone = true;
    },
  });
}

/** RFC 2046's own bound: the parser's tables cannot hold a longer one. */
function boundaryOf(contentType: string): string {
  const found = /^multipart\/form-data\s*;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*$/i.exec(
    contentType,
  );
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw new Problem('invalid', 'bad_multipart');
  return boundary;
}

/**
 * Name and file name as browsers write them (HTML, multipart/form-data encoding
 * algorithm: UTF-8, with `"` and line ends in percent signs). The parser itself
 * reads Latin letters only.
 */
function dispositionOf(headers: Record<string, string | string[]>): { name: string; fileName: string | null } {
  const text = headers['content-disposition'];
  const found =
    typeof text === 'string'
      ? /^\s*form-data\s*;\s*name="([^"]*)"(?:\s*;\s*filename="([^"]*)"(?:\s*;\s*filename\*=[^;]*)?)?\s*$/i.exec(text)
      : null;
  if (!found) throw new Problem('invalid', 'bad_multipart');
  return { name: unescaped(found[1] ?? ''), fileName: found[2] === undefined ? null : unescaped(found[2]) };
}

function unescaped(text: string): string {
  return text.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  // Who is cut off says so only by an error.
  const next = () =>
    reader.read().catch(() => {
      throw new Problem('invalid', 'broken_off');
    });
  try {
    for (let piece = await next(); !piece.done; piece = await next()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** What the parser throws by itself is a body that no browser sends. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('invalid', 'bad_multipart');
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.byteLength === 0) return second;
  const both = new Uint8Array(first.byteLength + second.byteLength);
  both.set(first);
  both.set(second, first.byteLength);
  return both;
}

/** The parser needs both dashes of the last boundary in one piece: up to two wait for what follows. */
function trailingDashes(bytes: Uint8Array): 0 | 1 | 2 {
  const dash = 45;
  if (bytes.at(-1) !== dash) return 0;
  return bytes.at(-2) === dash ? 2 : 1;
}
