import { defineCommon } from './define-common.ts';

const load = defineCommon({
  'request-form': async () => (await import('./request-form/request-form.ts')).RequestForm,
});

// Back and reload bring the answers without a touch; what they ask must be there with them.
const [opened] = performance.getEntriesByType('navigation');
const isFresh = opened instanceof PerformanceNavigationTiming && opened.type === 'navigate';
if (!isFresh && document.querySelector('request-form')) void load('request-form');
