import { cleanLine, lengthOf } from '#lib/text.ts';

const longestExternalId = 200;

export type ExternalIdResult =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly max: number; readonly length: number };

/** How the tenant's own systems call an account; null where they do not. */
export function externalIdOf(typed: string): ExternalIdResult {
  const value = cleanLine(typed);
  const length = lengthOf(value);
  if (length > longestExternalId) return { ok: false, max: longestExternalId, length };
  return { ok: true, value: value === '' ? null : value };
}

/** True when a batch failed because another account of the tenant has the external id. */
export function isExternalIdTaken(error: unknown): boolean {
  return /UNIQUE constraint failed: [^:]*accounts\.external_id/.test(String(error));
}
