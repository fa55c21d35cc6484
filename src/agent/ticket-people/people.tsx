import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { formKey } from '#http/form-key.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { addPerson, loadAdding } from '#tickets/people/add-person.ts';
import { loadPeople } from '#tickets/people/people-page.ts';
import { loadRemoval, removePerson } from '#tickets/people/remove-person.ts';
import { sendPlace } from '../send-place.ts';
import { ticketNumberOf } from '../tickets/ticket-number.ts';
import { type AddingFault, PeoplePage } from './people-page.tsx';

const sayings = ['added', 'removed'] as const;

/** GET /tickets/:number/people */
export function showPeople(c: AppContext): Promise<Response> {
  const said = sayings.find((word) => word === c.req.query('said')) ?? null;
  return page(c, { said, typed: '', fault: null }, 200);
}

const form = z.union([
  z.strictObject({ key: formKey, person: z.string().max(40) }),
  z.strictObject({ key: formKey, email: z.string() }),
]);

/** POST /tickets/:number/people */
export async function add(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const read = await readForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { value } = read;
  const person = 'email' in value ? { email: value.email } : { id: value.person };
  const { actor, rows } = await visitAsAgent(c, (scope) => loadAdding(scope, null, number, person));
  const { pepper, inboundDomain } = c.get('settings');
  const deps = { pepper, inboundDomain, origin: originOf(c), effects: c.get('effects') };
  const { outcome } = await addPerson(c.get('scope'), actor, rows, { key: value.key, person }, deps);
  if (outcome === 'done') return c.redirect(`/tickets/${number}/people?said=added`, 303);
  return page(c, { said: null, typed: 'email' in value ? value.email : '', fault: outcome }, 422);
}

/** POST /tickets/:number/people/:person/removal */
export async function remove(c: AppContext): Promise<Response> {
  const number = ticketNumberOf(c);
  const read = await readForm(c, z.strictObject({ key: formKey }));
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { actor, rows } = await visitAsAgent(c, (scope) => loadRemoval(scope, null, number));
  const input = { key: read.value.key, person: c.req.param('person') ?? '' };
  await removePerson(c.get('scope'), actor, rows, input, { origin: originOf(c), effects: c.get('effects') });
  return c.redirect(`/tickets/${number}/people?said=removed`, 303);
}

async function page(
  c: AppContext,
  told: { readonly said: (typeof sayings)[number] | null; readonly typed: string; readonly fault: AddingFault | null },
  status: 200 | 422,
): Promise<Response> {
  const number = ticketNumberOf(c);
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadPeople(scope, null, number),
  }));
  const { ticket } = seen.rows;
  if (!ticket) throw notFound();
  return sendPlace(c, seen, (props) => <PeoplePage {...props} ticket={ticket} rows={seen.rows} told={told} />, status);
}
