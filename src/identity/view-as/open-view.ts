import { read } from '#db/read-as.ts';
import type { TenantScope } from '#db/scopes.ts';
import { isToken } from '../sign-in/challenge.ts';
import { viewTokenHash } from './view-token.ts';
import { viewOffer } from './view-token-queries.ts';

export type ViewLinkState = 'live' | 'spent' | 'expired' | 'unknown' | 'refused';

export interface OpenedView {
  readonly state: ViewLinkState;
  /** Whom the agent would look as; null where the link opens nothing. */
  readonly as: {
    readonly name: string;
    readonly email: string;
    readonly account: string;
    readonly agent: string;
  } | null;
}

/** What a link is good for, without using it. `host`: the one that the request came to. */
export async function openView(scope: TenantScope, host: string, pepper: string, token: string): Promise<OpenedView> {
  if (!isToken(token)) return { state: 'unknown', as: null };
  const hash = await viewTokenHash(pepper, scope.tenant.id, token);
  const { offer } = await read(scope, { offer: viewOffer(scope, hash, host) });
  if (!offer) return { state: 'unknown', as: null };
  const { name, email, account, agent } = offer;
  const state = stateOf(offer, scope.now);
  return { state, as: state === 'live' ? { name, email, account, agent } : null };
}

function stateOf(offer: { usedAt: number | null; expiresAt: number; mayLook: boolean }, now: number): ViewLinkState {
  if (offer.usedAt !== null) return 'spent';
  if (offer.expiresAt <= now) return 'expired';
  return offer.mayLook ? 'live' : 'refused';
}
