import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { addNewKey, showNewKey } from './new-key.tsx';
import { doRevoke, showRevoke } from './revoke-key.tsx';
import { saveSettings, showHandOff } from './show-hand-off.tsx';
import { checkOne, showCheck } from './try-token.tsx';

/** How the tenant's product signs its users in: for those who manage the tenant. */
export const handOffSettingsRoutes = new Hono<AppEnv>()
  .get('/', showHandOff)
  .post('/', saveSettings)
  .get('/check', showCheck)
  .post('/check', checkOne)
  .get('/keys/new', showNewKey)
  .post('/keys/new', addNewKey)
  .get('/keys/:kid/revocation', showRevoke)
  .post('/keys/:kid/revocation', doRevoke);
