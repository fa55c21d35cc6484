import { Hono } from 'hono';
import type { AppEnv } from '#http/context.ts';
import { addNewDomain, showAddDomain } from './add-domain.tsx';
import { endSessions, remove, setRole, setState } from './change-person.ts';
import { doConfirmDomain, doRemoveDomain, showConfirmDomain, showRemoveDomain } from './confirm-domain.tsx';
import { showRemove, showState } from './confirm-person.tsx';
import { decideRequest } from './decide-request.ts';
import { editAccount, showEditAccount } from './edit-account.tsx';
import { resend, showWithdraw, withdraw } from './invitation.tsx';
import { addNewAccount, showNewAccount } from './new-account.tsx';
import { addNewPerson, showNewPerson } from './new-person.tsx';
import { showAccount } from './show-account.tsx';
import { showAccounts } from './show-accounts.tsx';
import { savePerson, showPerson } from './show-person.tsx';

/** The tenant's customers: every agent reads, owners and admins change. */
export const accountRoutes = new Hono<AppEnv>()
  .get('/', showAccounts)
  .get('/new', showNewAccount)
  .post('/new', addNewAccount)
  .get('/:account', showAccount)
  .get('/:account/edit', showEditAccount)
  .post('/:account/edit', editAccount)
  .get('/:account/people/new', showNewPerson)
  .post('/:account/people/new', addNewPerson)
  .get('/:account/people/:contact', showPerson)
  .post('/:account/people/:contact', savePerson)
  .post('/:account/people/:contact/role', setRole)
  .get('/:account/people/:contact/removal', showRemove)
  .post('/:account/people/:contact/removal', remove)
  .get('/:account/people/:contact/state', showState)
  .post('/:account/people/:contact/state', setState)
  .post('/:account/people/:contact/sessions', endSessions)
  .post('/:account/requests/:request', decideRequest)
  .post('/:account/invitations/:invitation', resend)
  .get('/:account/invitations/:invitation/withdrawal', showWithdraw)
  .post('/:account/invitations/:invitation/withdrawal', withdraw)
  .get('/:account/domains/new', showAddDomain)
  .post('/:account/domains/new', addNewDomain)
  .get('/:account/domains/:domain/confirmation', showConfirmDomain)
  .post('/:account/domains/:domain/confirmation', doConfirmDomain)
  .get('/:account/domains/:domain/removal', showRemoveDomain)
  .post('/:account/domains/:domain/removal', doRemoveDomain);
