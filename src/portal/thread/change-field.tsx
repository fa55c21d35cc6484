import * as z from 'zod';
import { typedOf } from '#forms/typed-answer.ts';
import type { AppContext } from '#http/context.ts';
import { visitAsContact } from '#http/visit.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { changeValue, loadPortalChange } from '#tickets/change-value.ts';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { requestNumberOf } from '../request-number.ts';
import { showThreadAgain } from './show-thread.tsx';

const { key, workspace } = keyedFields;
const fieldForm = z.object({ key, workspace }).catchall(z.string());
const repeats = (name: string) => name !== 'key' && name !== 'workspace';

/** POST /requests/:number/fields/:field: its control is named by its key. */
export async function changeField(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const { fields } = await readKeyedForm(c, fieldForm, { repeats });
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadPortalChange(scope, claim, number));
  if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
  const field = rows.values.find((held) => held.field.id === c.req.param('field'))?.field;
  if (!field) throw notFound();
  const names = Object.keys(fields);
  if (names.some((name) => repeats(name) && name !== field.key)) throw new Problem('invalid', 'unknown_field');
  const typed = typedOf(field, fields);
  const input = { key: fields['key'] ?? '', fieldId: field.id, typed };
  const result = await changeValue(c.get('scope'), actor, rows, input, c.get('effects'));
  if (result.outcome === 'fault') {
    const again = { fieldId: field.id, typed, fault: result.fault };
    return showThreadAgain(c, fields, () => ({ body: '', notice: null, again }), 422);
  }
  return c.redirect(`/requests/${number}#request-details`, 303);
}
