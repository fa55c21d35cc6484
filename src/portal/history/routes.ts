import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { exportHistory } from './export-history.ts';
import { historyPath } from './history-path.ts';
import { showHistory } from './show-history.tsx';

/** What was recorded about a workspace, for its admins. */
export const historyRoutes = new Hono<AppEnv>().get(historyPath, showHistory).post(`${historyPath}.csv`, exportHistory);
