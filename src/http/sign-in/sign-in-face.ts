import type { TenantScope } from '#db/scopes.ts';
import type { AppContext } from '#http/context.ts';
import type { Look } from '#http/frame.ts';
import type { Realm } from '#identity/sign-in/realm.ts';
import type { SignInResult } from '#identity/sign-in/use-challenge.ts';

export interface RemoteSignIn {
  readonly href: string;
  /** Without being asked. */
  readonly atOnce: boolean;
}

/** What tells contacts' sign-in from agents': all else is the same. */
export interface SignInFace {
  readonly realm: (c: AppContext) => Realm;
  readonly look: (c: AppContext) => Look | Promise<Look>;
  /** The way in through the company's own product, back to `returnTo`; null where there is none. */
  readonly remote: (c: AppContext, returnTo: string) => RemoteSignIn | null;
  /** True when a session lives already. */
  readonly isSignedIn: (c: AppContext) => Promise<boolean>;
  /** The data of an agent's tenant; null when it is gone or suspended. */
  readonly openTenant: (c: AppContext, tenantId: string) => Promise<TenantScope | null>;
  /** Where to go after signing in; `returnTo` is checked already. */
  readonly nextPath: (result: Extract<SignInResult, { ok: true }>, returnTo: string, c: AppContext) => string;
  /** Where signing out is more than the end of one session. */
  readonly signOut?: (c: AppContext) => Promise<Response>;
}
