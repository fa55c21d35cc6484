import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importFaults } from './import-rules.ts';

const faultsOf = (files: Record<string, string>) => importFaults(new Map(Object.entries(files)));

const house = {
  'src/env.ts': '',
  'src/lib/clock.ts': '',
  'src/lib/markdown.ts': '',
  'src/db/read-as.ts': '',
  'src/db/session-queries.ts': '',
  'src/live/protocol.ts': '',
  'src/live/room.ts': '',
  'src/mail/courier.ts': '',
  'src/tickets/post-reply.ts': '',
  'src/tickets/queries.ts': '',
  'src/tickets/due-sweep-queries.ts': '',
  'src/portal/page.tsx': '',
  'src/local/mailbox.ts': '',
  'src/app.ts': '',
  'src/worker.ts': `import './app.ts'`,
  'src/browser/live-thread.ts': '',
  'src/forms/branching.ts': '',
  'src/forms/definition.ts': '',
  'src/forms/read-answer.ts': '',
};

test('a sound house has no faults', () => {
  const sound = {
    ...house,
    'src/tickets/post-reply.ts': `import { readAs } from '#db/read-as.ts'; import './queries.ts'; import '#mail/courier.ts';`,
    'src/tickets/queries.ts': `import { eq } from 'drizzle-orm';`,
    'src/db/read-as.ts': `import type { Batch } from 'drizzle-orm/batch'; import './session-queries.ts';`,
    'src/mail/courier.ts': `import { signIn } from '#generated/mails.ts';`,
    'src/portal/page.tsx': `import '#tickets/post-reply.ts'; export const Page = () => <p>{1}</p>;`,
    'src/local-worker.ts': `import worker from './worker.ts'; export { Mailbox } from '#local/mailbox.ts';`,
    'src/browser/live-thread.ts': `import '#live/protocol.ts'; import '../lib/clock.ts'; import './socket.ts'; import '#forms/branching.ts';`,
    'src/browser/socket.ts': '',
    'src/forms/branching.ts': `import type { Condition } from './definition.ts'; import '#lib/clock.ts';`,
    'src/db/read-as.test.ts': `import '#portal/page.tsx';`,
    'templates/sign-in.tsx': `import { Text } from 'jsx-email'; import './frame.tsx';`,
    'templates/frame.tsx': '',
  };
  assert.deepEqual(faultsOf(sound), []);
});

const planted: [file: string, text: string, fault: RegExp][] = [
  ['src/lib/clock.ts', `import '#db/read-as.ts'`, /may not import src\/db\/read-as\.ts/],
  ['src/lib/clock.ts', `import '../env.ts'`, /may not import src\/env\.ts/],
  ['src/mail/courier.ts', `import '#live/room.ts'`, /may not import src\/live\/room\.ts/],
  ['src/mail/courier.ts', `import type { A } from '#tickets/post-reply.ts'`, /may not import src\/tickets/],
  ['src/mail/courier.ts', `export { a } from '#tickets/post-reply.ts'`, /may not import src\/tickets/],
  ['src/mail/courier.ts', `export * from '#tickets/post-reply.ts'`, /may not import src\/tickets/],
  ['src/mail/courier.ts', `const load = () => import('#tickets/post-reply.ts')`, /may not import src\/tickets/],
  ['src/mail/courier.ts', `type A = import('#tickets/post-reply.ts').A`, /may not import src\/tickets/],
  ['src/portal/page.tsx', `import '#local/mailbox.ts'`, /only src\/local-worker\.ts imports/],
  ['src/worker.ts', `import '#local/mailbox.ts'`, /only src\/local-worker\.ts imports/],
  ['src/agent/page.tsx', `import '#portal/page.tsx'`, /may not import src\/portal\/page\.tsx/],
  ['src/portal/page.tsx', `import '#tickets/queries.ts'`, /private to its folder/],
  ['src/worker.ts', `import '#tickets/due-sweep-queries.ts'`, /private to its folder/],
  ['src/portal/page.tsx', `import { sql } from 'drizzle-orm'`, /drizzle-orm belongs/],
  ['src/tickets/post-reply.ts', `import type { B } from 'drizzle-orm/batch'`, /drizzle-orm belongs/],
  ['src/tickets/post-reply.ts', `import '#portal/page'`, /not a module of ours/],
  ['src/tickets/post-reply.ts', `import '../../scripts/build.ts'`, /not a module of ours/],
  ['src/portal/page.tsx', `import '#browser/live-thread.ts'`, /may not import src\/browser/],
  ['src/browser/live-thread.ts', `import '#lib/markdown.ts'`, /browser may not import/],
  ['src/browser/live-thread.ts', `import '#live/room.ts'`, /browser may not import/],
  ['src/browser/live-thread.ts', `import '#forms/read-answer.ts'`, /browser may not import/],
  ['src/forms/branching.ts', `import './read-answer.ts'`, /goes to the browser, so it may not import/],
  ['src/forms/branching.ts', `import * as z from 'zod'`, /goes to the browser, so it may not import package:zod/],
  ['templates/sign-in.tsx', `import '../src/lib/clock.ts'`, /may not import src\/lib/],
  ['src/billing/pay.ts', '', /the room billing has no rank/],
  ['src/billing.ts', '', /the room billing has no rank/],
];

for (const [file, text, fault] of planted) {
  test(`${file} with ${text || 'nothing in it'} is a fault`, () => {
    const faults = faultsOf({ ...house, [file]: text });
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0] ?? '', fault);
  });
}

test('a circle is a fault, also of types alone', () => {
  const circle = {
    'src/lib/a.ts': `import type { B } from './b.ts'`,
    'src/lib/b.ts': `import './c.ts'`,
    'src/lib/c.ts': `import './a.ts'`,
  };
  assert.deepEqual(faultsOf(circle), ['circle: src/lib/a.ts -> src/lib/b.ts -> src/lib/c.ts -> src/lib/a.ts']);
});

test('seeing nothing is a fault', () => {
  assert.deepEqual(faultsOf({}), ['no modules seen']);
});
