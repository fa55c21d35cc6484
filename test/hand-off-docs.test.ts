import { expect, test } from 'vitest';
import { claimNames, refusalReasons } from '#identity/hand-off/reasons.ts';
import doc from '../docs/hand-off.md?raw';
import go from '../docs/samples/hand-off/sign.go?raw';
import js from '../docs/samples/hand-off/sign.mjs?raw';
import php from '../docs/samples/hand-off/sign.php?raw';
import python from '../docs/samples/hand-off/sign.py?raw';
import ruby from '../docs/samples/hand-off/sign.rb?raw';

test.each(Object.entries({ js, python, go, ruby, php }))(
  'docs/hand-off.md shows the sample in %s as it is',
  (name, source) => {
    expect(doc).toContain(`\`\`\`${name}\n${source}\`\`\`\n`);
  },
);

test('docs/hand-off.md explains every claim and every reason', () => {
  for (const word of [...claimNames, ...refusalReasons]) expect(doc).toContain(`| \`${word}\` |`);
});
