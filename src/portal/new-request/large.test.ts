import { expect, test } from 'vitest';
import type { Field } from '#forms/fields/field.ts';
import { newDesk, wordsOf } from '../../../test/helpers/desk-page.ts';
import { formIn } from '../../../test/helpers/form-in.ts';
import { heldIn } from '../../../test/helpers/give-value.ts';
import { newField } from '../../../test/helpers/new-field.ts';
import { newForm } from '../../../test/helpers/new-form.ts';
import { portalOf } from '../../../test/helpers/portal-page.ts';
import { multipartOf } from '../../../test/helpers/uploads.ts';

/** Four long texts are asked beside the description. */
async function scene() {
  const desk = await newDesk();
  const fields: Field[] = [];
  for (const label of ['What', 'Where', 'When', 'Why'])
    fields.push(await newField(desk.tenant, { label, type: 'long_text', access: 'write' }));
  const form = await newForm(desk.tenant, { fields, questions: fields.map(({ key }) => ({ field: key })) });
  const portal = portalOf(desk.nora);
  const typed = formIn(await portal.page(form.path), form.path);
  const send = (words: string) => {
    const answers = Object.fromEntries(fields.map(({ key }) => [key, words]));
    return portal.ask(form.path, {
      body: multipartOf({ ...typed, subject: 'All of it', body: words, ...answers }, []),
    });
  };
  return { ...desk, fields, portal, send };
}

// What JSON must escape twice, and what takes three bytes.
test.each([
  ['quotes', '"\\\n'.repeat(16_000)],
  ['signs of three bytes', '界'.repeat(16_000)],
])('a request as large as a form may be is kept whole: %s', async (_what, words) => {
  const { tenant, fields, portal, send } = await scene();
  const typed = `a${words}z`;
  const answer = await send(typed);
  expect(answer.headers.get('Location')).toBe('/requests/1001?opened');
  for (const field of fields) expect(await heldIn(tenant, 1001, field)).toEqual([typed]);
  const page = await portal.ask('/requests/1001');
  expect(page.status).toBe(200);
});

test('one that is larger is refused with words, and nothing of it is kept', async () => {
  const { portal, send } = await scene();
  const answer = await send('界'.repeat(20_000));
  expect(answer.status).toBe(413);
  expect(wordsOf(await answer.text())).toContain('Press Back, your text is still there');
  expect(await portal.page('/')).not.toContain('All of it');
});
