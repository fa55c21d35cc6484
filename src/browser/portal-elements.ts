import { defineCommon } from './define-common.ts';

defineCommon({
  'request-form': async () => (await import('./request-form/request-form.ts')).RequestForm,
});
