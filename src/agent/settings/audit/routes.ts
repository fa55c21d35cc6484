import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { exportAudit } from './export-audit.ts';
import { showAudit } from './show-audit.tsx';

/** What was recorded at the tenant. */
export const auditRoutes = new Hono<AppEnv>()
  .get('/settings/audit', showAudit)
  .post('/settings/audit.csv', exportAudit);
