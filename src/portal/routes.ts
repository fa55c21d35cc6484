import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { limitWrites } from '#http/limit-writes.ts';
import { brandRoutes } from './brand/routes.ts';
import { byLinkRoutes } from './by-link/routes.ts';
import { editRoutes } from './edits/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { historyRoutes } from './history/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { newRequestRoutes } from './new-request/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { previewRoutes } from './preview/routes.ts';
import { requestListRoutes } from './requests/routes.tsx';
import { settingsRoutes } from './settings/routes.tsx';
import { signInRoutes } from './sign-in/routes.ts';
import { threadRoutes } from './thread/routes.ts';
import { viewAsRoutes } from './view-as/routes.tsx';
import { viewRoutes } from './views/routes.ts';
import { workspaceRoutes } from './workspaces/routes.tsx';

/** All pages of a tenant's portal. */
export const portalRoutes = new Hono<AppEnv>()
  .use('/workspaces', limitWrites)
  .use('/uploads', limitWrites)
  .use('/members/*', limitWrites)
  .use('/requests/new/:form?', limitWrites)
  .use('/requests.csv', limitWrites)
  .use('/views/*', limitWrites)
  .use('/requests/:number/people/*', limitWrites)
  .use('/requests/:number/fields/*', limitWrites)
  .use('/requests/:number/messages/:message/revision', limitWrites)
  .use('/requests/:number/:what{messages|solution|reopening|link-revocation}', limitWrites)
  .route('/', brandRoutes)
  .route('/', signInRoutes)
  .route('/', invitationRoutes)
  .route('/', workspaceRoutes)
  .route('/', settingsRoutes)
  .route('/', memberRoutes)
  .route('/', historyRoutes)
  .route('/', requestListRoutes)
  .route('/', newRequestRoutes)
  .route('/', previewRoutes)
  .route('/', threadRoutes)
  .route('/', fileRoutes)
  .route('/', peopleRoutes)
  .route('/', editRoutes)
  .route('/', viewAsRoutes)
  .route('/', viewRoutes)
  .route('/', byLinkRoutes);
