import * as z from 'zod';
import { bestEffort } from '#lib/best-effort.ts';

// The copy of a challenge in KV: it spares D1 the mail scanners' GETs and never
// decides anything. Whatever it does, links work the same (SECURITY §1.1).

const shape = z.object({
  email: z.string(),
  host: z.string(),
  askedAt: z.int(),
  askedFrom: z.string(),
  expiresAt: z.int(),
});

export type LinkCopy = z.infer<typeof shape>;

const failed = 'link_copy_failed';
const leastSeconds = 60; // KV refuses a shorter life

export async function keepLinkCopy(kv: KVNamespace, hash: string, copy: LinkCopy, now: number): Promise<void> {
  const rest = Math.ceil((copy.expiresAt - now) / 1000);
  await bestEffort(failed, 'put', () =>
    kv.put(keyOf(hash), JSON.stringify(copy), { expirationTtl: Math.max(leastSeconds, rest) }),
  );
}

/** Null where there is none, it is too old, or KV fails. */
export async function readLinkCopy(kv: KVNamespace, hash: string, now: number): Promise<LinkCopy | null> {
  const stored = await bestEffort(failed, 'get', () => kv.get<unknown>(keyOf(hash), 'json'));
  const parsed = shape.safeParse(stored);
  return parsed.success && parsed.data.expiresAt > now ? parsed.data : null;
}

export async function dropLinkCopies(kv: KVNamespace, hashes: readonly string[]): Promise<void> {
  await Promise.all(hashes.map((hash) => bestEffort(failed, 'delete', () => kv.delete(keyOf(hash)))));
}

function keyOf(hash: string): string {
  return `signin:${hash}`;
}
