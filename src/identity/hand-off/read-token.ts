import { decodeBase64Url } from '#lib/secrets.ts';
import { parseStrictJson } from '#lib/strict-json.ts';
import type { Refusal } from './reasons.ts';

/** Characters. A token with all claims has about 700; RS256 with 4096 bits about 1 200. */
const longestToken = 8192;

type Members = Readonly<Record<string, unknown>>;

export interface TokenParts {
  readonly header: Members;
  readonly payload: Members;
}

export type TokenRead = { readonly ok: true; readonly parts: TokenParts } | ({ readonly ok: false } & Refusal);

/** The two readable parts of a token (RFC 7515 §7.1), believed in nothing yet. */
export function readToken(token: string): TokenRead {
  if (token === '') return { ok: false, reason: 'missing' };
  if (token.length > longestToken) return { ok: false, reason: 'too_long' };
  const [, head, body] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
  const header = readPart(head);
  const payload = readPart(body);
  if (header === 'repeated_name' || payload === 'repeated_name') return { ok: false, reason: 'repeated_name' };
  if (header === null || payload === null) return { ok: false, reason: 'malformed' };
  return { ok: true, parts: { header, payload } };
}

function readPart(text: string | undefined): Members | 'repeated_name' | null {
  const bytes = text ? decodeBase64Url(text) : null;
  if (!bytes) return null;
  try {
    const json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const read = parseStrictJson(json);
    if (!read.ok) return read.fault === 'repeated_name' ? read.fault : null;
    return isMembers(read.value) ? read.value : null;
  } catch {
    return null;
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
