import type { TokenParts } from './read-token.ts';
import type { Refusal } from './reasons.ts';

export type HeaderRead =
  | { readonly ok: true; readonly algorithm: string; readonly kid: string | null }
  | ({ readonly ok: false } & Refusal);

/** A token may not bring its own key, nor say where one lies (RFC 8725 §3.5, ASVS V9.1.3). */
const keysInside = ['jwk', 'jku', 'x5u', 'x5c'];

/** What the header says of itself. It chooses nothing but the `kid` among the tenant's own keys. */
export function readHeader({ header }: Pick<TokenParts, 'header'>): HeaderRead {
  const { alg, kid, typ } = header;
  if (keysInside.some((name) => name in header)) return { ok: false, reason: 'header_key' };
  // Extensions that must be understood: we understand none. A `cty` would be a token within the token.
  if ('crit' in header || 'b64' in header || 'cty' in header) return { ok: false, reason: 'header_critical' };
  if (typ !== undefined && !(typeof typ === 'string' && typ.toUpperCase() === 'JWT'))
    return { ok: false, reason: 'header_type' };
  if (typeof alg !== 'string') return { ok: false, reason: 'wrong_algorithm' };
  if (kid !== undefined && (typeof kid !== 'string' || kid === '' || kid.length > 200))
    return { ok: false, reason: 'unknown_key' };
  return { ok: true, algorithm: alg, kid: kid ?? null };
}
