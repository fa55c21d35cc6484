import { newId } from '#lib/ids.ts';
import type { Case } from './cases.ts';

/** Routes of their values in the portal. */
export const portalFieldCases: Readonly<Record<string, Case>> = {
  'POST /requests/:number/fields/:field': {
    kind: 'object',
    form: ({ workspace }) => ({ key: crypto.randomUUID(), workspace }),
  },
};

/** Routes of custom fields in the agent app. */
export const agentFieldCases: Readonly<Record<string, Case>> = {
  'POST /tickets/:number/fields/:field': { kind: 'object', form: () => ({ key: crypto.randomUUID() }) },
  'GET /settings/fields': { kind: 'managers' },
  'POST /settings/fields': {
    kind: 'managers',
    form: () => ({ id: newId('field', Date.now()), type: 'text', label: 'Mine', access: 'write' }),
  },
  'GET /settings/fields/new': { kind: 'managers' },
  'GET /settings/fields/:field': { kind: 'object' },
  'POST /settings/fields/:field': { kind: 'object', form: () => ({ label: 'Mine', access: 'write' }) },
  'POST /settings/fields/:field/place': { kind: 'object', form: () => ({ to: '0' }) },
  'POST /settings/fields/:field/choices': { kind: 'object', form: () => ({ do: 'add', label: 'Mine' }) },
  'POST /settings/fields/:field/retirement': { kind: 'object' },
  'POST /settings/fields/:field/restoration': { kind: 'object' },
  'GET /settings/fields/:field/deletion': { kind: 'object' },
  'POST /settings/fields/:field/deletion': { kind: 'object' },
};
