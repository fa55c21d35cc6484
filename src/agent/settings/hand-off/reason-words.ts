import type { Refusal } from '#identity/hand-off/reasons.ts';
import type { Reader } from '#ui/reader.ts';

/** Why a token is refused, and what to do about it. */
export function reasonWords({ t }: Reader, { reason, claim = 'iss' }: Refusal): string {
  if (reason === 'claim_missing' || reason === 'claim_type') return t(`handOffSettings.reason.${reason}`, { claim });
  return t(`handOffSettings.reason.${reason}`);
}
