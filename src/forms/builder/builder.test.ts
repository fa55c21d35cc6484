import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditOf } from '../../../test/helpers/account-desk.ts';
import { formOffice, storeField } from '../../../test/helpers/form-office.ts';
import { anyEdit, asksOnlyEarlier } from '../../../test/helpers/random-edits.ts';
import { sampleChoices } from '../../../test/helpers/sample-form.ts';
import type { Test } from '../definition.ts';
import { readPublished } from '../definition-shape.ts';
import { changeDraft, discardDraft } from './change-draft.ts';
import { keepTest } from './change-tests.ts';
import { createForm, duplicateForm } from './create-form.ts';
import type { FormEdit } from './form-edit.ts';
import { makeFormDefault, restoreForm, retireForm } from './place-form.ts';
import { publishForm } from './publish-form.ts';
import { saveDetails } from './save-details.ts';

const ask = (field: string): FormEdit => ({ kind: 'add_question', section: 'request', field, hidden: false });
const showWhen = (id: string, test: Test): FormEdit => ({
  kind: 'condition',
  owner: { kind: 'question', id },
  part: 'visibility',
  change: { kind: 'add', test, in: null },
});
const billing: Test = { field: 'topic', op: 'equals', value: 'billing' };

async function office() {
  const it = await formOffice();
  const topic = await storeField(it.tenant, 'topic', 'select', { ...sampleChoices('billing', 'bug'), initial: 'bug' });
  const order = await storeField(it.tenant, 'order', 'text');
  return { ...it, topic, order };
}

const versionsOf = async (formId: string) => {
  const { results } = await env.DB.prepare('select version, definition from form_versions where form_id = ? order by 1')
    .bind(formId)
    .all();
  return results.map((row) => readPublished(String(row['definition'])));
};

const usesOf = async (formId: string) => {
  const { results } = await env.DB.prepare('select field_id, stage from form_fields where form_id = ? order by 2, 1')
    .bind(formId)
    .all();
  return results.map((row) => `${String(row['stage'])} ${String(row['field_id'])}`);
};

test('what is published is complete in itself, and later changes of fields do not reach it', async () => {
  const { tenant, formId, edit, publish, load, topic, order } = await office();
  await edit(ask('topic'), ask('order'), showWhen('order', billing));
  expect(await usesOf(formId)).toEqual([`draft ${topic}`, `draft ${order}`].sort());
  expect(await publish()).toBe('done');
  expect((await usesOf(formId)).sort()).toEqual([`published ${topic}`, `published ${order}`].sort());
  await env.DB.prepare("update fields set label = 'Other', default_value = null where id = ?").bind(topic).run();
  const [version] = await versionsOf(formId);
  expect(version?.fields.map(({ key, label }) => [key, label])).toEqual([
    ['topic', 'topic'],
    ['order', 'order'],
  ]);
  expect(version?.sections[0]?.questions.map(({ field, initial }) => [field, initial])).toEqual([
    ['subject', undefined],
    ['body', undefined],
    ['topic', 'bug'],
    ['order', undefined],
  ]);
  const { form } = await load();
  expect([form.version, form.hasDraft, form.published?.name]).toEqual([1, false, 'Support']);
  // The draft follows the field's default again, so that publishing anew takes the change over.
  expect(form.definition.sections[0]?.questions[2]?.initial).toBe(undefined);
  expect(await publish()).toBe('done');
  expect((await versionsOf(formId))[1]?.sections[0]?.questions[2]?.initial).toBe(undefined);
  expect(await publish()).toBe('unchanged');
  expect((await auditOf(tenant)).map(({ action, detail }) => [action, detail])).toEqual([
    ['form.added', '{}'],
    ['form.changed', '{"what":"add_question"}'],
    ['form.changed', '{"what":"add_question"}'],
    ['form.changed', '{"what":"condition"}'],
    ['form.published', '{"version":1}'],
    ['form.published', '{"version":2}'],
  ]);
});

test('two who work on one form: the later change is refused, whatever it is, and nothing of it is written', async () => {
  const { tenant, formId, load, work, edit, desk } = await office();
  const { form, ...around } = await load();
  await edit(ask('topic'));
  const before = [await usesOf(formId), (await auditOf(tenant)).length];
  const stale = work(form);
  expect(await changeDraft(stale, ask('order'))).toEqual({ outcome: 'stale' });
  // One that has seen the new number without the new form is stopped by the database.
  const racing = { ...stale, form: { ...form } };
  expect(await publishForm(racing, around)).toBe('stale');
  expect(await keepTest(racing, { id: 'a', name: '', answers: {}, asks: [], requires: [], hides: [] })).toBe('stale');
  expect(await saveDetails(racing, { ...form, name: 'Other' })).toBe('stale');
  const now = (await load()).form;
  expect(await changeDraft({ ...desk, form: now, seen: form.seq }, ask('order'))).toEqual({ outcome: 'stale' });
  expect([await usesOf(formId), (await auditOf(tenant)).length]).toEqual(before);
  expect((await load()).form.definition.sections[0]?.questions.map(({ field }) => field)).toEqual([
    'subject',
    'body',
    'topic',
  ]);
});

test('a form that is wrong is not published', async () => {
  const { formId, edit, publish } = await office();
  await edit(ask('order'), ask('topic'), showWhen('order', billing));
  expect(await publish()).toBe('refused');
  await edit({ kind: 'move_question', field: 'order', section: 'request', to: 3 });
  expect(await publish()).toBe('done');
  expect(await versionsOf(formId)).toHaveLength(1);
});

test('a field that is retired while somebody publishes keeps the form back', async () => {
  const { formId, edit, load, work, topic } = await office();
  await edit(ask('topic'));
  const { form, ...around } = await load();
  await env.DB.prepare('update fields set retired_at = 1 where id = ?').bind(topic).run();
  expect(await publishForm(work(form), around)).toBe('stale');
  expect(await publishForm(work(form), await load())).toBe('refused');
  expect(await versionsOf(formId)).toEqual([]);
});

test('a test case that fails keeps the form back', async () => {
  const { edit, publish, load, work } = await office();
  await edit(ask('topic'), ask('order'));
  const { form } = await load();
  const wanted = {
    id: 'a',
    name: 'Bugs ask for no order',
    answers: { topic: 'bug' },
    asks: ['topic'],
    requires: [],
    hides: ['order'],
  };
  expect(await keepTest(work(form), wanted)).toBe('done');
  expect(await publish()).toBe('refused');
  await edit(showWhen('order', billing));
  expect(await publish()).toBe('done');
});

test('a draft can be given up, and a form copied: nobody gets the copy before it is published', async () => {
  const { desk, edit, publish, load, work } = await office();
  await edit(ask('topic'));
  await publish();
  await edit(ask('order'));
  expect(await discardDraft(work((await load()).form))).toBe(true);
  const { form } = await load();
  expect([form.hasDraft, form.definition.sections[0]?.questions.length]).toEqual([false, 3]);
  for (const _ of [1, 2]) await duplicateForm(desk, 'frm_copy', form, 'Support');
  const copy = (await load('frm_copy')).form;
  expect(copy.slug).toMatch(/^support-[a-z0-9]{5}$/);
  expect([copy.version, copy.definition.sections]).toEqual([null, form.definition.sections]);
  const { count } = (await env.DB.prepare(
    "select count(*) as count from forms where tenant_id = ? and name = 'Support'",
  )
    .bind(desk.scope.tenant.id)
    .first<{ count: number }>()) ?? { count: 0 };
  expect(count).toBe(2);
});

test('the default form is published, for everybody, and cannot be retired', async () => {
  const { desk, formId, publish, load, work } = await office();
  expect(await makeFormDefault(desk, formId)).toBe(false);
  await publish();
  expect(await makeFormDefault(desk, formId)).toBe(true);
  const { form } = await load();
  expect(form.isDefault).toBe(true);
  expect(await retireForm(desk, formId)).toBe(false);
  expect(await saveDetails(work(form), { ...form, audience: { kind: 'roles', roles: ['admin'] } })).toBe('only_all');
  const { results } = await env.DB.prepare('select id from forms where tenant_id = ? and is_default = 1')
    .bind(desk.scope.tenant.id)
    .all();
  expect(results).toEqual([{ id: formId }]);
  await createForm(desk, 'frm_two', 'Second');
  expect([
    await retireForm(desk, 'frm_two'),
    await retireForm(desk, 'frm_two'),
    await restoreForm(desk, 'frm_two'),
  ]).toEqual([true, false, true]);
});

test('who has a form open that became the default one meanwhile narrows it for nobody', async () => {
  const { desk, formId, publish, load, work } = await office();
  await publish();
  const { form } = await load();
  expect(await makeFormDefault(desk, formId)).toBe(true);
  expect(await saveDetails(work(form), { ...form, audience: { kind: 'roles', roles: ['admin'] } })).toBe('stale');
  expect((await load()).form.audience).toEqual({ kind: 'all' });
  expect(await saveDetails(work(form), { ...form, name: 'Other' })).toBe('done');
});

test('a form that is for some only does not become the default one', async () => {
  const { desk, formId, publish, load, work } = await office();
  await publish();
  const { form } = await load();
  const admins = { kind: 'roles', roles: ['admin'] } as const;
  expect(await saveDetails(work(form), { ...form, audience: admins })).toBe('done');
  expect(await makeFormDefault(desk, formId)).toBe(false);
  expect((await load()).form).toMatchObject({ isDefault: false, audience: admins });
});

test('the name in addresses is free until customers may have it', async () => {
  const { desk, load, work, publish } = await office();
  await createForm(desk, 'frm_two', 'Taken name');
  const { form } = await load();
  expect(await saveDetails(work(form), { ...form, slug: 'taken-name' })).toBe('slug_taken');
  expect(await saveDetails(work(form), { ...form, slug: 'help-me' })).toBe('done');
  await publish();
  const later = (await load()).form;
  expect(await saveDetails(work(later), { ...later, slug: 'another' })).toBe('done');
  expect((await load()).form.slug).toBe('help-me');
});

test('no sequence of edits publishes a form with a cycle, or with a condition on what comes later', {
  timeout: 30_000,
}, async () => {
  const { tenant } = await formOffice();
  await storeField(tenant, 'topic', 'select', sampleChoices('billing', 'bug'));
  await storeField(tenant, 'order', 'text');
  await storeField(tenant, 'seats', 'number');
  await storeField(tenant, 'urgent', 'checkbox');
  let published = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 2, maxLength: 16 }), async (edits) => {
      const { formId, edit, publish } = await formOffice(tenant);
      await edit(...edits);
      if ((await publish()) !== 'done') return;
      published += 1;
      const [version] = await versionsOf(formId);
      expect(version && asksOnlyEarlier(version)).toBe(true);
    }),
    { numRuns: 20 },
  );
  expect(published).toBeGreaterThan(0);
});

test('a form whose words grew too long in all takes no more of them, and can be made shorter', async () => {
  const { edit, load, work } = await office();
  await edit(ask('topic'), ask('order'));
  const wordy = showWhen('order', { field: 'topic', op: 'equals', value: 'w'.repeat(90_000) });
  await edit(wordy, wordy, wordy, wordy, wordy);
  const { form } = await load();
  expect(await changeDraft(work(form), wordy)).toEqual({ outcome: 'refused', fault: 'too_large' });
  expect((await load()).form.definition).toEqual(form.definition);
  expect((await changeDraft(work(form), { kind: 'remove_question', field: 'order' })).outcome).toBe('done');
});
