import type { Case } from './cases.ts';

const seq = () => ({ seq: '0' });
const object = (form: Record<string, string> = {}): Case => ({ kind: 'object', form: () => ({ ...seq(), ...form }) });
const pressed: Case = { kind: 'object' };
const condition = { owner: 'question', id: 'priority', part: 'visibility', in: '' };

/** The settings of forms, in the agent app. */
export const formCases: Readonly<Record<string, Case>> = {
  'GET /settings/forms': { kind: 'managers' },
  'GET /settings/forms/new': { kind: 'managers' },
  'POST /settings/forms': {
    kind: 'managers',
    form: () => ({ id: 'frm_06gzxn0e9swc9mawva1ry66qam', name: 'Intruder' }),
  },
  'GET /settings/forms/:formId': pressed,
  'POST /settings/forms/:formId/place': { kind: 'object', form: () => ({ what: 'form', to: 'up' }) },
  'POST /settings/forms/:formId/copies': { kind: 'object', form: () => ({ id: 'frm_06gzxn0e9swc9mawva1ry66qan' }) },
  'POST /settings/forms/:formId/retirement': pressed,
  'POST /settings/forms/:formId/restoration': pressed,
  'POST /settings/forms/:formId/default': pressed,
  'GET /settings/forms/:formId/details': pressed,
  'POST /settings/forms/:formId/details': object({ name: 'Intruder', slug: 'intruder', audience: 'all' }),
  'GET /settings/forms/:formId/texts': pressed,
  'POST /settings/forms/:formId/texts': object({ intro: 'Intruder' }),
  'POST /settings/forms/:formId/sections': object({ title: 'Intruder' }),
  'GET /settings/forms/:formId/sections/:section': pressed,
  'POST /settings/forms/:formId/sections/:section': object({ title: 'Intruder', text: '' }),
  'POST /settings/forms/:formId/sections/:section/place': object({ to: '0' }),
  'GET /settings/forms/:formId/sections/:section/removal': pressed,
  'POST /settings/forms/:formId/sections/:section/removal': object(),
  'POST /settings/forms/:formId/questions': object({ section: 'request', field: 'priority' }),
  'GET /settings/forms/:formId/questions/:question': pressed,
  'POST /settings/forms/:formId/questions/:question': object({ required: 'on' }),
  'POST /settings/forms/:formId/questions/:question/place': object({ section: 'request', to: '0' }),
  'GET /settings/forms/:formId/questions/:question/removal': pressed,
  'POST /settings/forms/:formId/questions/:question/removal': object(),
  'POST /settings/forms/:formId/conditions': object({ ...condition, field: 'subject', op: 'is_filled' }),
  'GET /settings/forms/:formId/conditions/new': pressed,
  'POST /settings/forms/:formId/conditions/rule': object({ ...condition, match: 'any', effect: 'hide' }),
  'POST /settings/forms/:formId/conditions/removal': object({ ...condition, at: '0' }),
  'GET /settings/forms/:formId/preview': pressed,
  'POST /settings/forms/:formId/preview': { kind: 'object', form: () => ({ subject: 'Intruder', shown: 'subject' }) },
  'GET /settings/forms/:formId/check': pressed,
  'GET /settings/forms/:formId/tests/new': pressed,
  'POST /settings/forms/:formId/tests': object({ id: 't0123456789ab', name: 'Intruder' }),
  'GET /settings/forms/:formId/tests/:test': pressed,
  'POST /settings/forms/:formId/tests/:test/removal': object(),
  'GET /settings/forms/:formId/publication': pressed,
  'POST /settings/forms/:formId/publication': object(),
  'GET /settings/forms/:formId/discarding': pressed,
  'POST /settings/forms/:formId/discarding': object(),
  'GET /settings/forms/:formId/versions': pressed,
  'GET /settings/forms/:formId/versions/:version': pressed,
};
