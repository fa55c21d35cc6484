import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { confirmAuthenticator, showAuthenticator, startAuthenticator } from './authenticator.tsx';
import { askForCodes, makeCodes } from './codes.tsx';
import { giveOptions, showGive, takeCode, takePasskey } from './give.tsx';
import { keepPasskey, newPasskeyOptions, showNewPasskey } from './passkeys.tsx';
import { askToRemoveApp, askToRemovePasskey, removeApp, removeOnePasskey } from './remove.tsx';
import { showSetUp } from './set-up.tsx';

/** Giving, setting up and changing the second factor: the only pages that an agent gets who owes it. */
export const secondFactorRoutes = new Hono<AppEnv>()
  .get('/', showGive)
  .post('/', takeCode)
  .post('/options', giveOptions)
  .post('/passkey', takePasskey)
  .get('/set-up', showSetUp)
  .post('/authenticator', startAuthenticator)
  .get('/authenticator', showAuthenticator)
  .post('/authenticator/confirmation', confirmAuthenticator)
  .get('/authenticator/removal', askToRemoveApp)
  .post('/authenticator/removal', removeApp)
  .get('/passkeys/new', showNewPasskey)
  .post('/passkeys/options', newPasskeyOptions)
  .post('/passkeys', keepPasskey)
  .get('/passkeys/:passkey/removal', (c) => askToRemovePasskey(c, c.req.param('passkey')))
  .post('/passkeys/:passkey/removal', (c) => removeOnePasskey(c, c.req.param('passkey')))
  .get('/recovery-codes', askForCodes)
  .post('/recovery-codes', makeCodes);
