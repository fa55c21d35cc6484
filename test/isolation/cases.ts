import { multipartOf } from '../helpers/uploads.ts';
import { accountCases, memberCases } from './account-cases.ts';
import { agentFieldCases, portalFieldCases } from './field-cases.ts';
import { formCases } from './form-cases.ts';
import { agentPeopleCases, portalPeopleCases } from './people-cases.ts';
import { workflowCases } from './workflow-cases.ts';

/** What the walk fills into a route's address and form: a request of Acme, and who asks for it. */
export interface Target {
  readonly number: number;
  /** The account that the asking contact's pages are made for. */
  readonly workspace: string;
}

export type Case =
  /** Says the same to everybody; `why` is for the reader. */
  | { readonly kind: 'open'; readonly why: string }
  /** Needs a session, shows or changes only what is one's own. */
  | {
      readonly kind: 'own';
      readonly form?: (target: Target) => Record<string, string>;
      /** A form with a file. */
      readonly body?: () => FormData;
    }
  /** The same for those alone who manage their own account or tenant: to others it is not there. */
  | { readonly kind: 'managers'; readonly form?: (target: Target) => Record<string, string> }
  /** Names an object: for anyone who may not see it, it is not there. */
  | { readonly kind: 'object'; readonly form?: (target: Target) => Record<string, string> };

const open = (why: string): Case => ({ kind: 'open', why });
const key = () => crypto.randomUUID();
const ownKey = ({ workspace }: Target) => ({ key: key(), workspace });
const anUpload = () => multipartOf({ upload_key: key(), name: 'files' }, [{ name: 'file', file: 'a.txt', bytes: 'x' }]);
const inOwn = ({ workspace }: Target) => ({ workspace });

/** Every route of a contact's portal. A route without a case fails the walk. */
export const portalCases: Readonly<Record<string, Case>> = {
  'GET /brand/:file': open('logos are seen before anybody signs in'),
  'GET /robots.txt': open('for robots'),
  'GET /sign-in': open('the door'),
  'POST /sign-in': open('the door'),
  'GET /sign-in/code': open('the door'),
  'POST /sign-in/code': open('the door; a code counts only with its own cookie'),
  'GET /sign-in/link/:token': open('the door; the token is the proof'),
  'POST /sign-in/link/:token': open('the door; the token is the proof'),
  'GET /sign-in/hand-off': open('the door; the signed token is the proof'),
  'POST /sign-in/hand-off': open('the door; the signed token is the proof, and it comes from another origin'),
  'GET /sign-in/hand-off/trouble': open('says why a token let nobody in; names no person'),
  'GET /sign-in/hand-off/continue': open('the door; goes on only with the cookie of a checked token'),
  'POST /sign-in/hand-off/continue': open('the door; goes on only with the cookie of a checked token'),
  'GET /invitations/:token': open('the door; the token is the proof, and the button only mails a code'),
  'POST /invitations/:token': open('the door; what it joins hangs on the address that is proven after it'),
  'POST /sign-out': { kind: 'own' },
  'POST /sign-out/everywhere': { kind: 'own' },
  'GET /welcome': { kind: 'own' },
  'POST /welcome': { kind: 'own', form: () => ({ name: 'Somebody' }) },
  'GET /workspaces': { kind: 'own' },
  'POST /workspaces': { kind: 'own', form: ({ workspace }) => ({ workspace }) },
  'GET /settings': { kind: 'own' },
  'POST /settings': { kind: 'own', form: () => ({ name: 'Somebody', zone: '' }) },
  'POST /settings/sessions/:session/ending': { kind: 'own' },
  'GET /settings/addresses': { kind: 'own' },
  'POST /settings/addresses': { kind: 'own', form: () => ({ email: 'second@x.test' }) },
  'GET /settings/addresses/code': { kind: 'own' },
  'POST /settings/addresses/code': { kind: 'own', form: () => ({ code: '123456' }) },
  'POST /settings/addresses/main': { kind: 'own', form: () => ({ email: 'second@x.test' }) },
  'POST /settings/addresses/removal': { kind: 'own', form: () => ({ email: 'second@x.test' }) },
  ...portalFieldCases,
  ...portalPeopleCases,
  ...memberCases,
  'GET /': { kind: 'own' },
  'POST /requests.csv': { kind: 'own', form: () => ({ query: 'sort=number' }) },
  'GET /views/new': { kind: 'own' },
  'POST /views': { kind: 'own', form: (target) => ({ ...inOwn(target), name: 'View', query: 'sort=number' }) },
  'GET /views/:view': { kind: 'object' },
  'POST /views/:view': { kind: 'object', form: (target) => ({ ...inOwn(target), name: 'Intruder' }) },
  'POST /views/:view/removal': { kind: 'object', form: inOwn },
  'GET /requests/updates': { kind: 'own' },
  'GET /live': { kind: 'own' },
  'GET /requests/new': { kind: 'own' },
  'POST /requests/new': { kind: 'own', form: (target) => ({ ...ownKey(target), subject: 'S', body: 'B' }) },
  'GET /requests/new/:form': { kind: 'own' },
  'POST /requests/new/:form': { kind: 'own', form: (target) => ({ ...ownKey(target), subject: 'S', body: 'B' }) },
  'POST /preview': { kind: 'own', form: () => ({ body: '**bold**' }) },
  'GET /files/:file': { kind: 'object' },
  'POST /uploads': { kind: 'own', body: anUpload },
  'POST /uploads/:file/removal': { kind: 'object', form: () => ({ upload_key: key() }) },
  'GET /requests/:number': { kind: 'object' },
  'GET /requests/:number/updates': { kind: 'object' },
  'GET /requests/:number/live': { kind: 'object' },
  'POST /requests/:number/reading': { kind: 'object', form: () => ({ seen: '1' }) },
  'POST /requests/:number/messages': { kind: 'object', form: (target) => ({ ...ownKey(target), body: 'Intruder' }) },
  'POST /requests/:number/solution': { kind: 'object', form: ownKey },
  'POST /requests/:number/reopening': { kind: 'object', form: ownKey },
  'POST /requests/:number/link-revocation': { kind: 'object' },
  'GET /r/:token': open('the token of a mail is the proof'),
  'POST /r/:token/messages': open('the token of a mail is the proof'),
  'POST /r/:token/preview': open('the token of a mail is the proof'),
  'GET /r/:token/files/:file': open('the token of a mail is the proof'),
  'POST /r/:token/uploads': open('the token of a mail is the proof'),
  'POST /r/:token/uploads/:file/removal': open('the token of a mail is the proof'),
  'POST /r/:token/revocation': open('the token of a mail is the proof'),
  'GET /view-as/end': open('says that one looks no more'),
  'POST /view-as/end': open('ends only a session in which an agent looks; else it leads home'),
  'GET /view-as/:token': open('the token is the proof'),
  'POST /view-as/:token': open('the token is the proof'),
};

/** Every route of the agent app. */
export const agentCases: Readonly<Record<string, Case>> = {
  'GET /': open('leads to the tickets'),
  'GET /sign-in': open('the door'),
  'POST /sign-in': open('the door'),
  'GET /sign-in/code': open('the door'),
  'POST /sign-in/code': open('the door; a code counts only with its own cookie'),
  'GET /sign-in/link/:token': open('the door; the token is the proof'),
  'POST /sign-in/link/:token': open('the door; the token is the proof'),
  'GET /invitations/:token': open('the door; the token is the proof, and the button only mails a code'),
  'POST /invitations/:token': open('the door; what it joins hangs on the address that is proven after it'),
  'POST /sign-out': { kind: 'own' },
  'POST /sign-out/everywhere': { kind: 'own' },
  'GET /second-factor': { kind: 'own' },
  'POST /second-factor': { kind: 'own', form: () => ({ code: '123456' }) },
  'POST /second-factor/options': { kind: 'own' },
  'POST /second-factor/passkey': { kind: 'own', form: () => ({ credential: '{}' }) },
  'GET /second-factor/set-up': { kind: 'own' },
  'POST /second-factor/authenticator': { kind: 'own' },
  'GET /second-factor/authenticator': { kind: 'own' },
  'POST /second-factor/authenticator/confirmation': { kind: 'own', form: () => ({ code: '123456' }) },
  'GET /second-factor/authenticator/removal': { kind: 'own' },
  'POST /second-factor/authenticator/removal': { kind: 'own' },
  'GET /second-factor/passkeys/new': { kind: 'own' },
  'POST /second-factor/passkeys/options': { kind: 'own' },
  'POST /second-factor/passkeys': { kind: 'own', form: () => ({ credential: '{}', name: 'Key' }) },
  'GET /second-factor/passkeys/:passkey/removal': { kind: 'object' },
  'POST /second-factor/passkeys/:passkey/removal': { kind: 'object' },
  'GET /second-factor/recovery-codes': { kind: 'own' },
  'POST /second-factor/recovery-codes': { kind: 'own' },
  'GET /settings': { kind: 'own' },
  'GET /settings/you': { kind: 'own' },
  'POST /settings/you': { kind: 'own', form: () => ({ name: 'Somebody', zone: '' }) },
  'POST /settings/you/sessions/:session/ending': { kind: 'object' },
  'GET /settings/agents': { kind: 'managers' },
  'GET /settings/agents/invitations/new': { kind: 'managers' },
  'POST /settings/agents/invitations': { kind: 'managers', form: () => ({ email: 'x@evil.test', role: 'owner' }) },
  'POST /settings/agents/invitations/:invitation': { kind: 'object' },
  'GET /settings/agents/invitations/:invitation/withdrawal': { kind: 'object' },
  'POST /settings/agents/invitations/:invitation/withdrawal': { kind: 'object' },
  'GET /settings/agents/:agent': { kind: 'object' },
  'GET /settings/agents/:agent/role': { kind: 'object' },
  'POST /settings/agents/:agent/role': { kind: 'object', form: () => ({ role: 'admin' }) },
  'GET /settings/agents/:agent/disabling': { kind: 'object' },
  'POST /settings/agents/:agent/disabling': { kind: 'object' },
  'GET /settings/agents/:agent/enabling': { kind: 'object' },
  'POST /settings/agents/:agent/enabling': { kind: 'object' },
  'GET /settings/agents/:agent/sessions': { kind: 'object' },
  'POST /settings/agents/:agent/sessions': { kind: 'object' },
  'GET /tenants': { kind: 'own' },
  'POST /tenants': { kind: 'object', form: () => ({ to: 'ten_06gzxn0e9swc9mawva1ry66qam' }) },
  'GET /tickets': { kind: 'own' },
  'GET /tickets/news': { kind: 'own' },
  'GET /tickets/live': { kind: 'own' },
  'GET /tickets/:number': { kind: 'object' },
  'GET /tickets/:number/updates': { kind: 'object' },
  'GET /tickets/:number/live': { kind: 'object' },
  'POST /tickets/:number/entries': {
    kind: 'object',
    form: () => ({ key: key(), kind: 'reply', body: 'Intruder', status: 'open', seen: '99' }),
  },
  'POST /tickets/:number/preview': {
    kind: 'object',
    form: () => ({ key: key(), kind: 'note', body: 'Intruder', status: 'open', seen: '99' }),
  },
  'POST /tickets/:number/settings': {
    kind: 'object',
    form: () => ({ key: key(), assignee: 'nobody', team: 'nobody' }),
  },
  'GET /tickets/:number/access': { kind: 'object' },
  'GET /files/:file': { kind: 'object' },
  'POST /uploads': { kind: 'own', body: anUpload },
  'POST /uploads/:file/removal': { kind: 'object', form: () => ({ upload_key: key() }) },
  ...accountCases,
  'GET /settings/audit': { kind: 'managers' },
  'POST /settings/audit.csv': { kind: 'managers', form: () => ({}) },
  ...agentFieldCases,
  ...agentPeopleCases,
  ...workflowCases,
  ...formCases,
  'GET /settings/hand-off': { kind: 'managers' },
  'POST /settings/hand-off': {
    kind: 'managers',
    form: () => ({ creates: 'accounts', remote_url: 'https://evil.test/' }),
  },
  'GET /settings/hand-off/check': { kind: 'managers' },
  'POST /settings/hand-off/check': { kind: 'managers', form: () => ({ token: 'a.b.c' }) },
  'GET /settings/hand-off/keys/new': { kind: 'managers' },
  'POST /settings/hand-off/keys/new': {
    kind: 'managers',
    form: () => ({ kind: 'secret', new_kid: key(), name: 'Intruder', issuer: 'https://evil.test' }),
  },
  'GET /settings/hand-off/keys/:kid/revocation': { kind: 'object' },
  'POST /settings/hand-off/keys/:kid/revocation': { kind: 'object' },
  'GET /settings/access': { kind: 'managers' },
  'POST /settings/access': { kind: 'managers', form: () => ({ newcomers: 'domains', second_factor: 'on' }) },
  'GET /tickets/:number/link-revocation': { kind: 'object' },
  'POST /tickets/:number/link-revocation': { kind: 'object' },
};

/** The platform's own host. */
export const platformCases: Readonly<Record<string, Case>> = { 'GET /': open('says what Portico is') };
