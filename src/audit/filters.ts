import type { AuditGroup } from './actions.ts';

/** Which entries are asked for; what is null or empty asks for all. */
export interface AuditFilters {
  readonly group: AuditGroup | null;
  /**
   * Ids of who did it or to whom it was done. Two where one address is a
   * contact's and an agent's.
   */
  readonly people: readonly string[];
  readonly accountId: string | null;
  /** ms, the first moment. */
  readonly from: number | null;
  /** ms, the first moment that is too late. */
  readonly to: number | null;
}

export const noFilters: AuditFilters = { group: null, people: [], accountId: null, from: null, to: null };
