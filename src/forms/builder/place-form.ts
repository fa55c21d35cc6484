import { auditedIfChanged } from '#audit/audited.ts';
import { run } from '#db/run.ts';
import { moved } from '#lib/moved.ts';
import { mustManage } from '#lib/rights.ts';
import { type FormDesk, formEvent } from './change-form.ts';
import type { ListedForm } from './form.ts';
import { makeDefault, orderForms, setRetired } from './form-queries.ts';
import { groupForms } from './group-forms.ts';

/** Takes a form out of use: nobody can begin a request with it, what was sent with it stays. Not the default form. */
export async function retireForm(desk: FormDesk, formId: string): Promise<boolean> {
  mustManage(desk.by);
  const { changed } = await run(desk.scope.db, {
    changed: setRetired(desk.scope, formId, desk.scope.now),
    entry: auditedIfChanged(desk.scope, formEvent(desk, formId, 'form.retired')),
  });
  return changed > 0;
}

export async function restoreForm(desk: FormDesk, formId: string): Promise<boolean> {
  mustManage(desk.by);
  const { changed } = await run(desk.scope.db, {
    changed: setRetired(desk.scope, formId, null),
    entry: auditedIfChanged(desk.scope, formEvent(desk, formId, 'form.restored')),
  });
  return changed > 0;
}

/** The form of requests that choose none. False where it is not published, not in use, or not for everybody. */
export async function makeFormDefault(desk: FormDesk, formId: string): Promise<boolean> {
  mustManage(desk.by);
  const { changed } = await run(desk.scope.db, {
    changed: makeDefault(desk.scope, formId),
    entry: auditedIfChanged(desk.scope, formEvent(desk, formId, 'form.changed', { what: 'default' })),
  });
  return changed > 0;
}

/** One place up or down among the forms of its group. */
export function moveForm(desk: FormDesk, forms: readonly ListedForm[], formId: string, way: Way): Promise<void> {
  const groups = groupForms(forms);
  const order = groups.map(({ forms: group }) => {
    return moved(
      group,
      group.findIndex(({ id }) => id === formId),
      way,
    );
  });
  return saveOrder(desk, formId, forms, order.flat());
}

/** A whole group, with the form by which it is named. */
export function moveGroup(desk: FormDesk, forms: readonly ListedForm[], formId: string, way: Way): Promise<void> {
  const groups = groupForms(forms);
  const at = groups.findIndex(({ forms: group }) => group.some(({ id }) => id === formId));
  const order = moved(groups, at, way).flatMap((group) => group.forms);
  return saveOrder(desk, formId, forms, order);
}

type Way = 'up' | 'down';

async function saveOrder(
  desk: FormDesk,
  formId: string,
  before: readonly ListedForm[],
  after: readonly ListedForm[],
): Promise<void> {
  mustManage(desk.by);
  const ids = (forms: readonly ListedForm[]) => forms.filter(({ isRetired }) => !isRetired).map(({ id }) => id);
  if (ids(before).join() === ids(after).join()) return;
  await run(desk.scope.db, {
    ordered: orderForms(desk.scope, ids(after)),
    entry: auditedIfChanged(desk.scope, formEvent(desk, formId, 'form.changed', { what: 'order' })),
  });
}
