import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { correctPerson } from '#identity/accounts/correct-person.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import { personNameOf } from '#identity/people/person-name.ts';
import { sendPlace } from '../send-place.ts';
import { leaveFor, personHref, saidOf } from './account-address.ts';
import type { CorrectionFaults, TypedCorrection } from './correct-part.tsx';
import { PersonPage } from './person-page.tsx';
import { type AtPerson, visitPerson, visitPersonToChange } from './visit-person.ts';

/** Somebody of an account: what they may, what they see, where they are signed in. */
export async function showPerson(c: AppContext): Promise<Response> {
  const at = await visitPerson(c);
  return page(c, at, { name: at.person.name, email: at.person.email }, {}, 200);
}

const form = z.strictObject({ name: z.string().default(''), email: z.string().default('') });

/** POST: another name or main address. */
export async function savePerson(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const at = await visitPersonToChange(c);
  const typed = { name: fields['name'] ?? '', email: fields['email'] ?? '' };
  const { t } = (await agentLook(c, at.actor)).frame.reader;
  const [name, email] = [personNameOf(typed.name), normalizeAddress(typed.email)];
  if (!name.ok || email === null) {
    const faults = {
      ...(!name.ok && { name: t('field.tooLong', { max: name.max, length: name.length }) }),
      ...(email === null && { email: t('accounts.person.fault.email') }),
    };
    return page(c, at, typed, faults, 422);
  }
  const { person, account } = at;
  const isNew = !at.rows.addresses.some((address) => address.email === email);
  const correction = { person, addresses: at.rows.addresses, accountId: account.id, to: { name: name.value, email } };
  const deps = { pepper: c.get('settings').pepper, origin: originOf(c) };
  const { outcome } = await correctPerson(c.get('scope'), at.actor, correction, deps);
  if (outcome === 'address_taken') return page(c, at, typed, { email: t('accounts.person.taken') }, 422);
  return leaveFor(c, personHref(account.id, person.id), isNew ? 'moved' : 'saved');
}

function page(
  c: AppContext,
  at: AtPerson,
  typed: TypedCorrection,
  faults: CorrectionFaults,
  status: 200 | 422,
): Promise<Response> {
  return sendPlace(
    c,
    at,
    (props) => <PersonPage {...props} at={at} typed={typed} faults={faults} said={saidOf(c)} />,
    status,
  );
}
