const minute = 60_000;
const waits = [minute, 2 * minute, 5 * minute, 15 * minute, 30 * minute];
const hour = 60 * minute;
/** The waits above and an hour each after them: about a day in all. */
const mostAttempts = 28;
/** The service tried the receiver's server by itself already. */
const mostDeliveries = 4;

/** How long to wait after the given number of attempts; null: give up. */
export const backoffMs = (
  attempts: number,
  refused: { readonly code: string; readonly retryAfterSeconds: number },
): number | null => {
  if (attempts >= (refused.code === 'E_DELIVERY_FAILED' ? mostDeliveries : mostAttempts)) return null;
  return Math.max(waits[attempts - 1] ?? hour, refused.retryAfterSeconds * 1000);
};
