import type { SignInResult } from '#identity/sign-in/use-challenge.ts';

type SignedIn = Pick<Extract<SignInResult, { ok: true }>, 'claim' | 'isNameless'>;

/** Where somebody goes who has just come in: the workspace first, where there is a choice; then the name, where nobody knows it; then on. */
export function nextPath({ claim, isNameless }: SignedIn, returnTo: string): string {
  const named = isNameless ? `/welcome?return_to=${encodeURIComponent(returnTo)}` : returnTo;
  const isUnplaced = claim.kind === 'contact' && claim.accountId === null;
  return isUnplaced ? `/workspaces?return_to=${encodeURIComponent(named)}` : named;
}
