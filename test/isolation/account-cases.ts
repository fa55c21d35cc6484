import type { Case, Target } from './cases.ts';

const inOwn = ({ workspace }: Target) => ({ workspace });

/** Routes of an account's people, in the portal. */
export const memberCases: Readonly<Record<string, Case>> = {
  'GET /members': { kind: 'managers' },
  'GET /members/history': { kind: 'managers' },
  'POST /members/history.csv': { kind: 'managers', form: () => ({}) },
  'GET /members/invitations': { kind: 'managers' },
  'POST /members/invitations': {
    kind: 'managers',
    form: (target) => ({ ...inOwn(target), emails: 'x@y.test', role: 'admin' }),
  },
  'GET /members/invitations/:invitation': { kind: 'object' },
  'POST /members/invitations/:invitation/sending': { kind: 'object', form: inOwn },
  'POST /members/invitations/:invitation/withdrawal': { kind: 'object', form: inOwn },
  'GET /members/requests/:request': { kind: 'object' },
  'POST /members/requests/:request': {
    kind: 'object',
    form: (target) => ({ ...inOwn(target), role: 'admin', decision: 'grant' }),
  },
  'GET /members/:contact{con_[0-9a-z]+}': { kind: 'object' },
  'GET /members/:contact{con_[0-9a-z]+}/role': { kind: 'object' },
  'POST /members/:contact{con_[0-9a-z]+}/role': {
    kind: 'object',
    form: (target) => ({ ...inOwn(target), role: 'member' }),
  },
  'GET /members/:contact{con_[0-9a-z]+}/removal': { kind: 'object' },
  'POST /members/:contact{con_[0-9a-z]+}/removal': { kind: 'object', form: inOwn },
};

/** Routes of accounts in the agent app. */
export const accountCases: Readonly<Record<string, Case>> = {
  'GET /accounts': { kind: 'own' },
  'GET /accounts/new': { kind: 'managers' },
  'POST /accounts/new': { kind: 'managers', form: () => ({ id: 'acc_x', name: 'Intruder', external_id: '' }) },
  'GET /accounts/:account': { kind: 'object' },
  'GET /accounts/:account/edit': { kind: 'object' },
  'POST /accounts/:account/edit': {
    kind: 'object',
    form: () => ({ name: 'Intruder', external_id: 'x', sight: 'all' }),
  },
  'GET /accounts/:account/people/new': { kind: 'object' },
  'POST /accounts/:account/people/new': {
    kind: 'object',
    form: () => ({ email: 'intruder@evil.test', name: '', role: 'admin', how: 'add' }),
  },
  'GET /accounts/:account/people/:contact': { kind: 'object' },
  'POST /accounts/:account/people/:contact': {
    kind: 'object',
    form: () => ({ name: 'Intruder', email: 'intruder@evil.test' }),
  },
  'POST /accounts/:account/people/:contact/role': { kind: 'object', form: () => ({ role: 'none' }) },
  'GET /accounts/:account/people/:contact/removal': { kind: 'object' },
  'POST /accounts/:account/people/:contact/removal': { kind: 'object' },
  'GET /accounts/:account/people/:contact/state': { kind: 'object' },
  'POST /accounts/:account/people/:contact/state': { kind: 'object', form: () => ({ state: 'disabled' }) },
  'POST /accounts/:account/people/:contact/sessions': { kind: 'object' },
  'POST /accounts/:account/requests/:request': { kind: 'object', form: () => ({ decision: 'grant' }) },
  'POST /accounts/:account/invitations/:invitation': { kind: 'object' },
  'GET /accounts/:account/invitations/:invitation/withdrawal': { kind: 'object' },
  'POST /accounts/:account/invitations/:invitation/withdrawal': { kind: 'object' },
  'GET /accounts/:account/domains/new': { kind: 'object' },
  'POST /accounts/:account/domains/new': {
    kind: 'object',
    form: () => ({ domain: 'evil.test', role: 'admin' }),
  },
  'GET /accounts/:account/domains/:domain/confirmation': { kind: 'object' },
  'POST /accounts/:account/domains/:domain/confirmation': { kind: 'object' },
  'GET /accounts/:account/domains/:domain/removal': { kind: 'object' },
  'POST /accounts/:account/domains/:domain/removal': { kind: 'object' },
  'GET /accounts/:account/people/:contact/view-as': { kind: 'object' },
  'POST /accounts/:account/people/:contact/view-as': { kind: 'object' },
};
