const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How long a session lasts at most, and without being used, in milliseconds (SECURITY §1.6). */
export const sessionLifetime = {
  contact: { absoluteMs: 30 * day, idleMs: 14 * day },
  agent: { absoluteMs: 14 * day, idleMs: 24 * hour },
  /** Where the tenant wants agents' sessions short. */
  shortAgent: { absoluteMs: 12 * hour, idleMs: hour },
} as const;
