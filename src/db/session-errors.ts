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

/** The agent's second factor is still to be given, or to be set up because their tenant wants one. */
export class SecondFactorNeeded extends Error {
  readonly what: 'give' | 'set-up';
  constructor(what: 'give' | 'set-up') {
    super('second factor needed');
    this.what = what;
  }
}
