import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { visitAsContact } from '#http/visit.ts';
import { Problem } from '#lib/problem.ts';
import { addPerson, loadAdding } from '#tickets/people/add-person.ts';
import { loadPeople } from '#tickets/people/people-page.ts';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { requestNumberOf } from '../request-number.ts';
import type { PeopleForm } from './people-view.ts';
import { peoplePage } from './show-people.tsx';

const { key, workspace } = keyedFields;
const form = z.union([
  z.strictObject({ key, workspace, person: z.string().max(40) }),
  z.strictObject({ key, workspace, email: z.string() }),
]);

/** POST /requests/:number/people. It answers alike whatever is known of an address. */
export async function add(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const read = await readKeyedForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { value, fields } = read;
  const person = 'email' in value ? { email: value.email } : { id: value.person };
  const { actor, rows } = await visitAsContact(c, (scope, claim) => ({
    ...loadAdding(scope, claim, number, person),
    // For the page, should it come again.
    colleagues: loadPeople(scope, claim, number).colleagues,
  }));
  if (value.workspace !== actor.accountId) return askForWorkspace(c, actor, fields);
  const { pepper, inboundDomain } = c.get('settings');
  const deps = { pepper, inboundDomain, origin: originOf(c), effects: c.get('effects') };
  const { outcome } = await addPerson(c.get('scope'), actor, rows, { key: value.key, person }, deps);
  if (outcome === 'done') return c.redirect(`/requests/${number}/people?said=added`, 303);
  const typed = 'email' in value ? value.email : '';
  const fault: PeopleForm['fault'] = outcome === 'address' && typed.trim() === '' ? 'missing' : outcome;
  const isTyped = outcome === 'address' || outcome === 'unchosen';
  return peoplePage(c, actor, rows, { said: null, typed, fault }, isTyped ? 422 : 409);
}
