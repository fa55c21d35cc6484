/** Where a request came from, for the audit and the session list. All of it may be empty. */
export interface Origin {
  /** CF-Connecting-IP: an address, nothing else is trusted. */
  readonly client: string;
  /** Roughly where, in words ("Lisbon, PT"). */
  readonly place: string;
  /** Browser and system, in words ("Firefox on Linux"). */
  readonly device: string;
}

/** What cron, mail and the queue do comes from nowhere. */
export const nowhere: Origin = { client: '', place: '', device: '' };
