import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersOf, neededBy } from './build-assets.ts';

test('only files that are there may be kept for ever: that one is missing may not', () => {
  const rules = headersOf(['portal-AB12.css', 'icon-CD34.svg']).split(/^(?=\/)/m);
  const kept = rules.filter((rule) => rule.includes('immutable')).map((rule) => rule.split('\n')[0]);
  assert.deepEqual(kept, ['/assets/portal-AB12.css', '/assets/icon-CD34.svg']);
  assert.match(rules[0] ?? '', /^\/assets\/\*\n {2}X-Content-Type-Options: nosniff\n$/);
});

test('a page loads along with a script what that begins with, however far, and nothing that waits for a touch', () => {
  const file = (imports: { path: string; kind: 'import-statement' | 'dynamic-import' }[]) => ({
    imports,
    exports: [],
    inputs: {},
    bytes: 1,
  });
  const outputs = {
    start: file([
      { path: 'shared', kind: 'import-statement' },
      { path: 'editor', kind: 'dynamic-import' },
    ]),
    shared: file([{ path: 'deep', kind: 'import-statement' }]),
    deep: file([{ path: 'shared', kind: 'import-statement' }]),
    editor: file([{ path: 'words', kind: 'import-statement' }]),
    words: file([]),
  };
  assert.deepEqual(neededBy('start', outputs), ['shared', 'deep']);
});
