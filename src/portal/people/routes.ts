import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { add } from './add.tsx';
import { askRemoval, remove } from './removal.tsx';
import { showPeople } from './show-people.tsx';

/** Who is on a request: putting colleagues there and taking people off, oneself too. */
export const peopleRoutes = new Hono<AppEnv>()
  .get('/requests/:number/people', showPeople)
  .post('/requests/:number/people', add)
  .get('/requests/:number/people/:person/removal', askRemoval)
  .post('/requests/:number/people/:person/removal', remove);
