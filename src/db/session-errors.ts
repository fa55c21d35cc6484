import type { Claim } from '#lib/actor.ts';

/** The cookie is genuine, its session is over (ended, expired, access lost). */
export class SessionEnded extends Error {
  readonly claim: Claim;
  constructor(claim: Claim) {
    super('session ended');
    this.claim = claim;
  }
}

/** The session lives, but its account or role is another than the cookie says. */
export class SessionChanged extends Error {
  readonly claim: Claim;
  constructor(claim: Claim) {
    super('session changed');
    this.claim = claim;
  }
}

/** The person must choose a workspace before this page. */
export class WorkspaceNeeded extends Error {
  constructor() {
    super('workspace needed');
  }
}
