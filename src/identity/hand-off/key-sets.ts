import * as z from 'zod';
import { bestEffort } from '#lib/best-effort.ts';
import { sha256 } from '#lib/secrets.ts';
import { outsideAddress } from './outside-address.ts';

/** How other servers' key sets (RFC 7517 §5) are got. */
export interface KeySetSource {
  readonly kv: KVNamespace;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly platformDomain: string;
}

export interface KeySetPlace {
  readonly tenantId: string;
  readonly url: string;
}

type Jwk = Readonly<Record<string, unknown>>;

interface Copy {
  /** When the set was read last, and when that was last tried. Milliseconds; 0: never. */
  readonly fetchedAt: number;
  readonly triedAt: number;
  readonly keys: readonly Jwk[];
}

const minute = 60 * 1000;
/** So long a set is believed without asking. */
const freshMs = 10 * minute;
/** So long it is believed when its server does not answer. */
const longestMs = 60 * minute;
/** A set is asked for at most once in this time, whatever key ids strangers invent. */
const pauseMs = minute;
const mostBytes = 64 * 1024;
const timeoutMs = 5000;
const mostCopies = 200;

const copies = new Map<string, Copy>();
const underWay = new Map<string, Promise<Copy>>();

/**
 * The keys of a set, newly read where `isEnough` does not find what it looks for;
 * null when nobody has been able to read it for an hour.
 */
export async function readKeySet(
  source: KeySetSource,
  place: KeySetPlace,
  now: number,
  isEnough: (keys: readonly Jwk[]) => boolean,
): Promise<readonly Jwk[] | null> {
  const name = `handoff-keys:${await sha256(`${place.tenantId}|${place.url}`)}`;
  const known = copies.get(name) ?? (await fromKv(source, name)) ?? { fetchedAt: 0, triedAt: 0, keys: [] };
  const isFresh = now - known.fetchedAt < freshMs;
  const copy =
    (isFresh && isEnough(known.keys)) || now - known.triedAt < pauseMs
      ? known
      : await onceAtATime(name, () => refresh(source, name, place.url, known, now));
  return now - copy.fetchedAt < longestMs ? copy.keys : null;
}

/** Many tokens at once ask the other server once. */
function onceAtATime(name: string, work: () => Promise<Copy>): Promise<Copy> {
  const running = underWay.get(name);
  if (running) return running;
  const started = work().finally(() => underWay.delete(name));
  underWay.set(name, started);
  return started;
}

async function refresh(source: KeySetSource, name: string, url: string, known: Copy, now: number): Promise<Copy> {
  const keys = await bestEffort('handoff_keys_unread', 'fetch', () => fetchKeys(source, url));
  const copy = keys ? { fetchedAt: now, triedAt: now, keys } : { ...known, triedAt: now };
  if (copies.size >= mostCopies) copies.clear();
  copies.set(name, copy);
  await bestEffort('handoff_keys_unkept', 'keep', () =>
    source.kv.put(name, JSON.stringify(copy), { expirationTtl: longestMs / 1000 }),
  );
  return copy;
}

async function fromKv(source: KeySetSource, name: string): Promise<Copy | null> {
  const parsed = stored.safeParse(
    await bestEffort('handoff_keys_unkept', 'get', () => source.kv.get<unknown>(name, 'json')),
  );
  if (!parsed.success) return null;
  copies.set(name, parsed.data);
  return parsed.data;
}

const keyList = z.array(z.record(z.string(), z.unknown())).max(100);
const stored = z.object({ fetchedAt: z.number(), triedAt: z.number(), keys: keyList });
const keySet = z.object({ keys: keyList });

/** Follows no redirect, waits five seconds, reads 64 kB. */
async function fetchKeys(source: KeySetSource, url: string): Promise<readonly Jwk[]> {
  const address = outsideAddress(url, source.platformDomain);
  if (address === null) throw new Error('The address of the key set is not allowed');
  const answer = await source.fetch(address, {
    redirect: 'manual',
    headers: { Accept: 'application/jwk-set+json, application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new Error(`The server of the key set answered ${answer.status}`);
  }
  return keySet.parse(JSON.parse(await readShort(answer))).keys;
}

async function readShort(answer: Response): Promise<string> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = answer.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let text = '';
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > mostBytes) {
      await reader?.cancel();
      throw new Error('The key set is too long');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
