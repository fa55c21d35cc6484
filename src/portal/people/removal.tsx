import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { newKey } from '#http/form-key.ts';
import { portalLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import type { Contact } from '#lib/actor.ts';
import { notFound, Problem } from '#lib/problem.ts';
import type { PersonOn } from '#tickets/people/people-page.ts';
import { loadRemoval, removablePerson, removePerson } from '#tickets/people/remove-person.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { ContactPage } from '../contact-page.tsx';
import { keyedFields, readKeyedForm } from '../forms/keyed-form.ts';
import { askForWorkspace } from '../forms/other-workspace.tsx';
import { requestNumberOf } from '../request-number.ts';
import { nameOnRequest } from './people-view.ts';

/** GET /requests/:number/people/:person/removal */
export async function askRemoval(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadRemoval(scope, claim, number));
  if (actor.viewedBy !== null) throw notFound();
  const found = removablePerson(actor, rows, c.req.param('person') ?? '');
  if (!found) throw notFound();
  const look = portalLook(c, actor);
  const { t } = look.frame.reader;
  const back = { href: `/requests/${number}/people`, label: t('people.title', { number: String(number) }) };
  const { title, says, label } = questionOf(look.frame.reader, actor, found);
  return sendPage(
    c,
    look,
    <ContactPage frame={look.frame} actor={actor} title={title} current="requests" width="reading">
      <PageHead title={title} back={back} />
      <ConfirmForm
        says={says}
        action={c.req.path}
        fields={{ key: newKey(), workspace: actor.accountId }}
        label={label}
        cancel={{ href: back.href, label: t('common.cancel') }}
      />
    </ContactPage>,
  );
}

const { key, workspace } = keyedFields;
const form = z.strictObject({ key, workspace });

/** POST /requests/:number/people/:person/removal */
export async function remove(c: AppContext): Promise<Response> {
  const number = requestNumberOf(c);
  const read = await readKeyedForm(c, form);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadRemoval(scope, claim, number));
  if (read.value.workspace !== actor.accountId) return askForWorkspace(c, actor, read.fields);
  const person = c.req.param('person') ?? '';
  const deps = { origin: originOf(c), effects: c.get('effects') };
  await removePerson(c.get('scope'), actor, rows, { key: read.value.key, person }, deps);
  // Who sees only their own has left the request behind.
  const isGone = person === actor.id && actor.sees === 'own';
  return c.redirect(isGone ? '/' : `/requests/${number}/people?said=removed`, 303);
}

function questionOf(reader: Reader, actor: Contact, found: PersonOn) {
  const { t } = reader;
  const name = nameOnRequest(reader, actor, found);
  if (found.contactId === actor.id) {
    const after = t(actor.sees === 'own' ? 'people.leave.lost' : 'people.leave.kept');
    return { title: t('people.leave.title'), says: [t('people.leave.says'), after], label: t('people.leave') };
  }
  return {
    title: t('people.remove.title', { name }),
    says: [t('people.remove.says', { name }), t('people.remove.after')],
    label: t('people.remove'),
  };
}
