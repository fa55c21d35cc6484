import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { visitAsContact } from '#http/visit.ts';
import { loadSolve, solveRequest } from '#tickets/solve-request.ts';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { requestNumberOf } from '../request-number.ts';

const { key, workspace } = keyedFields;
const settleForm = z.strictObject({ key, workspace });

/** POST /requests/:number/solution and …/reopening: the page then shows how it stands. */
export const settle =
  (to: 'solved' | 'open') =>
  async (c: AppContext): Promise<Response> => {
    const number = requestNumberOf(c);
    const { fields } = await readKeyedForm(c, settleForm);
    const { actor, rows } = await visitAsContact(c, (scope, claim) => loadSolve(scope, claim, number));
    if (fields['workspace'] !== actor.accountId) return askForWorkspace(c, actor, fields);
    await solveRequest(c.get('scope'), actor, rows, { key: fields['key'] ?? '', to }, c.get('effects'));
    return c.redirect(`/requests/${number}`, 303);
  };
