import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { confirmHandOff, continueHandOff } from './go-on.tsx';
import { handOffPath } from './path.ts';
import { explainTrouble, takeFromForm, takeFromQuery } from './take-token.tsx';

/** The way in from the tenant's own product (docs/hand-off.md). */
export const handOffRoutes = new Hono<AppEnv>()
  .get(handOffPath, takeFromQuery)
  .post(handOffPath, takeFromForm)
  .get(`${handOffPath}/trouble`, explainTrouble)
  .get(`${handOffPath}/continue`, continueHandOff)
  .post(`${handOffPath}/continue`, confirmHandOff);
