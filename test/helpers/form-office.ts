import { env } from 'cloudflare:workers';
import { run } from '#db/run.ts';
import { changeDraft, type DraftChanged } from '#forms/builder/change-draft.ts';
import type { FormWork } from '#forms/builder/change-form.ts';
import { createForm } from '#forms/builder/create-form.ts';
import type { Form } from '#forms/builder/form.ts';
import type { FormEdit } from '#forms/builder/form-edit.ts';
import { loadForm } from '#forms/builder/list-forms.ts';
import { type Published, publishForm } from '#forms/builder/publish-form.ts';
import type { FieldShape, FieldType } from '#forms/definition.ts';
import type { Agent } from '#lib/actor.ts';
import { newId } from '#lib/ids.ts';
import { nowhere } from '#lib/origin.ts';
import { newTenant, scopeOf, type TestTenant } from './new-tenant.ts';

/** The owner of a tenant, without a session. */
function ownerActor({ ownerId, ownerEmail }: TestTenant): Agent {
  return { kind: 'agent', id: ownerId, name: 'Olivia', email: ownerEmail, role: 'owner', zone: null, secretHash: '' };
}

/** A field of the tenant, straight into the database; its id. */
export async function storeField(
  tenant: TestTenant,
  key: string,
  type: FieldType,
  change: Partial<Pick<FieldShape, 'label' | 'choices' | 'rules' | 'access'>> & { readonly initial?: unknown } = {},
): Promise<string> {
  const id = newId('field', Date.now());
  const { label = key, choices = [], rules = {}, access = 'write', initial } = change;
  await env.DB.prepare(
    `insert into fields (tenant_id, id, key, type, label, choices, rules, portal_access, default_value, position, created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 1)`,
  )
    .bind(
      tenant.id,
      id,
      key,
      type,
      label,
      JSON.stringify(choices),
      JSON.stringify(rules),
      access,
      initial === undefined ? null : JSON.stringify(initial),
    )
    .run();
  return id;
}

/** A tenant's owner at work on a new form. */
export async function formOffice(tenant?: TestTenant, name = 'Support') {
  const of = tenant ?? (await newTenant());
  const desk = { scope: await scopeOf(of), by: ownerActor(of), origin: nowhere };
  const formId = newId('form', Date.now());
  await createForm(desk, formId, name);
  const load = async (id = formId) => {
    const rows = await run(desk.scope.db, loadForm(desk.scope, id));
    if (!rows.form) throw new Error('The form is gone');
    return { ...rows, form: rows.form };
  };
  const work = (form: Form): FormWork => ({ ...desk, form, seen: form.seq });
  return {
    tenant: of,
    desk,
    formId,
    load,
    work,
    edit: async (...edits: readonly FormEdit[]): Promise<DraftChanged> => {
      let last: DraftChanged = { outcome: 'stale' };
      for (const edit of edits) last = await changeDraft(work((await load()).form), edit);
      return last;
    },
    publish: async (): Promise<Published> => {
      const rows = await load();
      return publishForm(work(rows.form), rows);
    },
  };
}
