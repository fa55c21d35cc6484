const firstMs = 1_000;
const mostMs = 30_000;

/**
 * Milliseconds to wait before the attempt-th try (from 1). Each doubles the one
 * before; half of it is chance (`random` in [0, 1)), for a deploy cuts all
 * sockets at once and they must not all come back at once.
 */
export function waitBefore(attempt: number, random: number): number {
  const whole = Math.min(mostMs, firstMs * 2 ** (attempt - 1));
  return whole / 2 + (whole / 2) * random;
}
