import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { add, remove, showPeople } from './people.tsx';

/** Who is on a ticket: any agent puts people there and takes them off. */
export const ticketPeopleRoutes = new Hono<AppEnv>()
  .get('/tickets/:number/people', showPeople)
  .post('/tickets/:number/people', add)
  .post('/tickets/:number/people/:person/removal', remove);
