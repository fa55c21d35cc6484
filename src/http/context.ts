import type { Context } from 'hono';
import type { Meter } from '#db/database.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import type { Claim } from '#lib/actor.ts';
import type { Effects } from '#lib/effects.ts';
import type { Fields } from './fields.ts';

/** What the middleware has settled before a route runs. */
export interface Variables {
  settings: Settings;
  /** One clock a request, milliseconds. */
  now: number;
  requestId: string;
  /** The request's host, normalized; see tenancy/host.ts. */
  host: string;
  meter: Meter;
  /** On `app.` it is made from the cookie's tenant: only a confirmed session makes it count. */
  scope: TenantScope;
  effects: Effects;
  /** Unchecked: only `visit` turns it into an actor. */
  claim: Claim | null;
  /** The secret half of the session cookie, to issue the cookie anew. */
  sessionSecret: string | null;
  /** What a POST brought, kept for the page that shows it again. */
  form: Fields | null;
}

export interface AppEnv {
  Bindings: Env;
  Variables: Variables;
}

export type AppContext = Context<AppEnv>;
