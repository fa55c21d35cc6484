import { type IdKind, newId } from '#lib/ids.ts';
import type { Case } from './cases.ts';

const casesOf = (path: string, kind: IdKind & ('status' | 'priority' | 'team'), more: Record<string, string> = {}) => {
  const one = `POST /settings/${path}/:${kind}`;
  return {
    [`GET /settings/${path}`]: { kind: 'managers' },
    [`POST /settings/${path}`]: {
      kind: 'managers',
      form: () => ({ id: newId(kind, Date.now()), label: 'Intruder', ...more }),
    },
    [one]: { kind: 'object', form: () => ({ label: 'Intruder' }) },
    [`${one}/place`]: { kind: 'object', form: () => ({ to: 'up' }) },
    [`${one}/retirement`]: { kind: 'object' },
    [`${one}/restoration`]: { kind: 'object' },
  } as const satisfies Readonly<Record<string, Case>>;
};

/** Routes of what a tenant calls its statuses, priorities and teams. */
export const workflowCases: Readonly<Record<string, Case>> = {
  ...casesOf('statuses', 'status', { public_label: 'Intruder', category: 'open' }),
  ...casesOf('priorities', 'priority'),
  ...casesOf('teams', 'team'),
  'POST /settings/priorities/:priority/default': { kind: 'object' },
  'POST /tickets/:number/tags': { kind: 'object', form: () => ({ key: crypto.randomUUID(), add: 'intruder' }) },
};
