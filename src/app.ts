import { Hono } from 'hono';
import { agentRoutes } from '#agent/routes.ts';
import { readSettings } from '#env.ts';
import { checkOrigin, checkOriginBut } from '#http/check-origin.ts';
import type { AppContext, AppEnv } from '#http/context.ts';
import { refuseUnrouted } from '#http/method-not-allowed.ts';
import { onlyLooking } from '#http/only-looking.ts';
import { renderProblem } from '#http/render-problem.tsx';
import { withAgentClaim, withContactClaim } from '#http/with-claim.ts';
import { withRequest } from '#http/with-request.ts';
import { withTenant } from '#http/with-tenant.ts';
import { platformRoutes } from '#portal/platform/routes.ts';
import { portalRoutes } from '#portal/routes.ts';
import { handOffPath } from '#portal/sign-in/hand-off/path.ts';
import { hostOf } from '#tenancy/host.ts';

// Host -> face. Agents' host serves agents' routes only, a tenant's host the
// portal's only, the platform's own host says what Portico is; all else is 404.

export const portalApp = face((app) =>
  app.use(withTenant, checkOriginBut(handOffPath), withContactClaim, onlyLooking).route('/', portalRoutes),
);
export const agentApp = face((app) => app.use(checkOrigin, withAgentClaim).route('/', agentRoutes));
export const platformApp = face((app) => app.use(checkOrigin).route('/', platformRoutes));

/** The Worker's fetch: chooses the face by the host of the URL. */
export function handleRequest(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
  const { agentHost, platformDomain } = readSettings(env);
  const host = hostOf(request.url);
  if (host === agentHost) return agentApp.fetch(request, env, ctx);
  return host === platformDomain ? platformApp.fetch(request, env, ctx) : portalApp.fetch(request, env, ctx);
}

function face(mount: (app: Hono<AppEnv>) => void): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(withRequest);
  mount(app);
  app.onError((error, c: AppContext) => renderProblem(error, c));
  app.notFound((c: AppContext) => refuseUnrouted(app, c));
  return app;
}
