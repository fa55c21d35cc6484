import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersOf } from './build-assets.ts';

test('only files that are there may be kept for ever: that one is missing may not', () => {
  const rules = headersOf(['portal-AB12.css', 'icon-CD34.svg']).split(/^(?=\/)/m);
  const kept = rules.filter((rule) => rule.includes('immutable')).map((rule) => rule.split('\n')[0]);
  assert.deepEqual(kept, ['/assets/portal-AB12.css', '/assets/icon-CD34.svg']);
  assert.match(rules[0] ?? '', /^\/assets\/\*\n {2}X-Content-Type-Options: nosniff\n$/);
});
