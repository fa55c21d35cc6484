import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import type { Kind } from '#tickets/workflow/item.ts';
import { addToKind, renameOne, showKind } from './show-kind.tsx';
import { placeOne, restoreOne, retireOne, useByDefault } from './turn-item.ts';

/** A tenant's statuses, priorities or teams: for those who manage it. */
const routesOf = (kind: Kind) =>
  new Hono<AppEnv>()
    .get('/', showKind(kind))
    .post('/', addToKind(kind))
    .post(`/:${kind}`, renameOne(kind))
    .post(`/:${kind}/place`, placeOne(kind))
    .post(`/:${kind}/retirement`, retireOne(kind))
    .post(`/:${kind}/restoration`, restoreOne(kind));

export const statusRoutes = routesOf('status');
export const teamRoutes = routesOf('team');
export const priorityRoutes = routesOf('priority').post('/:priority/default', useByDefault);
