import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { joinDesk } from './join-desk.ts';
import { joinTicket } from './join-ticket.ts';
import { previewEntry } from './preview-entry.tsx';
import { sendEntry } from './send-entry.ts';
import { setChoices } from './set-choices.ts';
import { setTags } from './set-tags.ts';
import { setValue } from './set-value.ts';
import { showAccess } from './show-access.tsx';
import { showList } from './show-list.tsx';
import { showNews } from './show-news.tsx';
import { showTicket } from './show-ticket.ts';
import { showUpdates } from './show-updates.tsx';

export const ticketRoutes = new Hono<AppEnv>()
  .get('/', showList)
  .get('/news', showNews)
  .get('/live', joinDesk)
  .get('/:number', showTicket)
  .get('/:number/updates', showUpdates)
  .get('/:number/live', joinTicket)
  .get('/:number/access', showAccess)
  .post('/:number/entries', sendEntry)
  .post('/:number/preview', previewEntry)
  .post('/:number/fields/:field', setValue)
  .post('/:number/settings', setChoices)
  .post('/:number/tags', setTags);
