/** A list that somebody keeps: its name, and the address that it stands for. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** What stands behind the `?`. */
  readonly query: string;
  /** Everybody of the account has it. */
  readonly isShared: boolean;
}

/** Of one person, and again of an account for all. */
export const viewsMost = 20;
export const longestViewName = 60;
/** Characters of an address that is kept: every page of the list holds the addresses of all of them. */
export const longestViewQuery = 4000;
