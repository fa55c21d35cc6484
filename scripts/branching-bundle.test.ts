import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import { ask } from '#forms/branching.ts';
import { browserForm } from '#forms/browser-form.ts';
import { checkAnswers, keysToAsk } from '#forms/check-answers.ts';
import type { AnswerValue, FieldShape, FieldType, FormDefinition } from '#forms/definition.ts';
import { withFurther } from '#lib/several.ts';
import { anyForm, type RandomForm } from '../test/helpers/random-form.ts';
import { bundling } from './build-assets.ts';

// What the page of a form runs in the browser, out of the built bundle, against
// what the server decides about the same form and the same controls.

interface Said {
  readonly shown: readonly string[];
  readonly required: readonly string[];
  readonly sections: readonly string[];
}
type AskNow = (branching: unknown, typedIn: (key: string) => readonly string[]) => Said;

let folder = '';
let inBrowser: AskNow = () => ({ shown: [], required: [], sections: [] });

before(async () => {
  mkdirSync('build', { recursive: true });
  folder = mkdtempSync(resolve('build/branching-'));
  const { metafile } = await build({ ...bundling, entryPoints: ['src/browser/portal-elements.ts'], outdir: folder });
  const outputs = Object.entries(metafile.outputs);
  const [path] = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith('request-form/request-form.ts')) ?? [];
  assert.ok(path, 'the element is a bundle of its own');
  Object.assign(globalThis, { HTMLElement: class {} });
  inBrowser = (await import(pathToFileURL(resolve(path)).href)).RequestForm.ask;
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** As the page gives it: text in an attribute. */
function branchingOf({ sections, shapes }: RandomForm): unknown {
  const plain = browserForm({ sections });
  const types = Object.fromEntries(keysToAsk({ sections }).map((key) => [key, shapes.get(key)?.type]));
  return JSON.parse(JSON.stringify({ sections: plain?.sections ?? sections, types }));
}

const decided = ({ shown, required, sections }: Said): Said => ({ shown, required, sections });

test('browser and server ask the same of the same answers', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const typedIn = (key: string) => form.typed[key] ?? [];
      const fields = Object.fromEntries(
        Object.entries(form.typed).flatMap(([key, values]) => {
          const joined = values.reduce<string | undefined>(withFurther, undefined);
          return joined === undefined ? [] : [[key, joined]];
        }),
      );
      const all = new Set(keysToAsk(form));
      const server = checkAnswers(
        form,
        form.shapes,
        { fields, seen: { ever: all, last: all } },
        { today: '2026-03-01', people: [] },
      );
      assert.deepEqual(decided(inBrowser(branchingOf(form), typedIn)), decided(server.asked));
    }),
    { numRuns: 1000 },
  );
});

test('browser and server begin with the same', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const initials = initialsOf(form);
      const typedIn = (key: string) => typedOf(form.shapes.get(key), initials.get(key));
      assert.deepEqual(decided(inBrowser(branchingOf(form), typedIn)), decided(ask(form, {})));
    }),
    { numRuns: 500 },
  );
});

test('what people may not read goes into no page', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const hidden = form.sections.flatMap(({ questions }) => questions.filter((question) => question.hidden));
      const text = JSON.stringify(browserForm(form) ?? {});
      for (const { field } of hidden) assert.ok(!text.includes(`"${field}"`), field);
      assert.ok(!text.includes('zebra'));
    }),
  );
});

function initialsOf({ sections }: Pick<FormDefinition, 'sections'>): Map<string, AnswerValue | undefined> {
  return new Map(sections.flatMap(({ questions }) => questions.map(({ field, initial }) => [field, initial] as const)));
}

/** As `FieldControl` fills a control in. */
function typedOf(shape: FieldShape | undefined, value: AnswerValue | undefined): readonly string[] {
  const type: FieldType = shape?.type ?? 'text';
  if (value === undefined || value === false) return [];
  if (typeof value === 'object') return value;
  return [type === 'checkbox' ? 'yes' : String(value)];
}
