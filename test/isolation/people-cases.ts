import type { Case, Target } from './cases.ts';

const key = () => crypto.randomUUID();
const ownKey = ({ workspace }: Target) => ({ key: key(), workspace });

/** Routes about who is on a request, and about changing one's own message. */
export const portalPeopleCases: Readonly<Record<string, Case>> = {
  'GET /requests/:number/people': { kind: 'object' },
  'POST /requests/:number/people': {
    kind: 'object',
    form: (target) => ({ ...ownKey(target), email: 'intruder@evil.test' }),
  },
  'GET /requests/:number/people/:person/removal': { kind: 'object' },
  'POST /requests/:number/people/:person/removal': { kind: 'object', form: ownKey },
  'GET /requests/:number/messages/:message/revision': { kind: 'object' },
  'POST /requests/:number/messages/:message/revision': {
    kind: 'object',
    form: (target) => ({ ...ownKey(target), body: 'Intruder' }),
  },
};

/** The same in the agent app, and the settings about it. */
export const agentPeopleCases: Readonly<Record<string, Case>> = {
  'GET /settings/requests': { kind: 'managers' },
  'POST /settings/requests': { kind: 'managers', form: () => ({ days: '3', participants: 'anyone' }) },
  'GET /tickets/:number/people': { kind: 'object' },
  'POST /tickets/:number/people': { kind: 'object', form: () => ({ key: key(), email: 'intruder@evil.test' }) },
  'POST /tickets/:number/people/:person/removal': { kind: 'object', form: () => ({ key: key() }) },
  'GET /tickets/:number/messages/:message/revision': { kind: 'object' },
  'POST /tickets/:number/messages/:message/revision': {
    kind: 'object',
    form: () => ({ key: key(), body: 'Intruder' }),
  },
  'GET /tickets/:number/messages/:message/versions': { kind: 'object' },
};
