import { expect, test } from 'vitest';
import { answerOf, ask, isEmpty } from '#forms/branching.ts';
import { acme } from './acme.ts';
import { acmePaper } from './acme-paper.ts';

const given = Object.entries(acmePaper.answers);
const formOf = (slug: string) => acmePaper.forms.find((form) => form.slug === slug);

test.each(given)('what was asked of “%s” is what its form asks', (subject, { form, answers }) => {
  expect(acme.stories.map((story) => story.subject)).toContain(subject);
  const definition = formOf(form)?.definition ?? { sections: [] };
  const asked = ask(definition, { ...answers, subject, body: 'Words' });
  expect(asked.answers).toMatchObject(answers);
  expect(asked.required.filter((key) => isEmpty(answerOf(asked.answers, key)))).toEqual([]);
});

test('the forms ask for fields that there are, and their stored cases hold', () => {
  const keys = new Set(['subject', 'body', ...acmePaper.fields.map(({ key }) => key)]);
  for (const { definition, tests = [] } of acmePaper.forms) {
    const asked = definition.sections.flatMap(({ questions }) => questions.map(({ field }) => field));
    expect(asked.filter((key) => !keys.has(key))).toEqual([]);
    for (const one of tests) {
      const { shown, required } = ask(definition, one.answers);
      expect(shown).toEqual(expect.arrayContaining([...one.asks]));
      expect(required).toEqual(expect.arrayContaining([...one.requires]));
      expect(one.hides.filter((key) => shown.includes(key))).toEqual([]);
    }
  }
});
