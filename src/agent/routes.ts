import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { accountRoutes } from './accounts/routes.ts';
import { editRoutes } from './edits/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { secondFactorRoutes } from './second-factor/routes.ts';
import { accessRoutes } from './settings/access/routes.tsx';
import { agentsRoutes } from './settings/agents/routes.ts';
import { auditRoutes } from './settings/audit/routes.ts';
import { fieldRoutes } from './settings/fields/routes.ts';
import { formRoutes } from './settings/forms/routes.ts';
import { handOffSettingsRoutes } from './settings/hand-off/routes.ts';
import { requestSettingsRoutes } from './settings/requests/routes.tsx';
import { showIndex } from './settings/show-index.tsx';
import { priorityRoutes, statusRoutes, teamRoutes } from './settings/workflow/routes.ts';
import { youRoutes } from './settings/you/routes.tsx';
import { signInRoutes } from './sign-in/routes.ts';
import { atTenant } from './tenants/at-tenant.ts';
import { tenantRoutes } from './tenants/routes.tsx';
import { ticketLinkRoutes } from './ticket-links/routes.tsx';
import { ticketPeopleRoutes } from './ticket-people/routes.ts';
import { ticketRoutes } from './tickets/routes.ts';
import { viewAsRoutes } from './view-as/routes.tsx';

/** Everything on the agents' host. */
export const agentRoutes = new Hono<AppEnv>()
  .use(atTenant)
  .get('/', (c) => c.redirect('/tickets', 303))
  .route('/', signInRoutes)
  .route('/', invitationRoutes)
  .route('/second-factor', secondFactorRoutes)
  .route('/tenants', tenantRoutes)
  .route('/tickets', ticketRoutes)
  .route('/', editRoutes)
  .route('/', ticketPeopleRoutes)
  .route('/accounts', accountRoutes)
  .route('/', fileRoutes)
  .get('/settings', showIndex)
  .route('/settings/you', youRoutes)
  .route('/settings/agents', agentsRoutes)
  .route('/settings/access', accessRoutes)
  .route('/settings/statuses', statusRoutes)
  .route('/settings/priorities', priorityRoutes)
  .route('/settings/teams', teamRoutes)
  .route('/settings/hand-off', handOffSettingsRoutes)
  .route('/settings/requests', requestSettingsRoutes)
  .route('/settings/forms', formRoutes)
  .route('/settings/fields', fieldRoutes)
  .route('/', auditRoutes)
  .route('/', viewAsRoutes)
  .route('/', ticketLinkRoutes);
