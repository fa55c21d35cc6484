import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { addPerson } from '#identity/accounts/add-person.ts';
import { invite } from '#identity/invitations/invite.ts';
import { normalizeAddress } from '#identity/people/normalize-address.ts';
import { personNameOf } from '#identity/people/person-name.ts';
import { hostUrl } from '#tenancy/links.ts';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { AgentPage } from '../agent-page.tsx';
import { sendPlace } from '../send-place.ts';
import { accountHref, leaveFor, personHref, type Said } from './account-address.ts';
import { type AtAccount, visitAccount } from './load-account.ts';
import { type NewPersonFaults, NewPersonForm, type TypedPerson } from './new-person-form.tsx';

export async function showNewPerson(c: AppContext): Promise<Response> {
  const typed = { email: '', name: '', role: 'member', how: 'add' } as const;
  return page(c, await visitAccount(c), typed, {}, 200);
}

const form = z.strictObject({
  email: z.string().default(''),
  name: z.string().default(''),
  role: z.string().default(''),
  how: z.string().default(''),
});

export async function addNewPerson(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const at = await visitAccount(c);
  const typed: TypedPerson = {
    email: fields['email'] ?? '',
    name: fields['name'] ?? '',
    role: fields['role'] === 'admin' ? 'admin' : 'member',
    how: fields['how'] === 'invite' ? 'invite' : 'add',
  };
  const { reader } = (await agentLook(c, at.actor)).frame;
  const email = normalizeAddress(typed.email);
  const name = personNameOf(typed.name);
  if (email === null || !name.ok) {
    const { t } = reader;
    const faults = {
      ...(email === null && { email: t('accounts.person.fault.email') }),
      ...(!name.ok && { name: t('field.tooLong', { max: name.max, length: name.length }) }),
    };
    return page(c, at, typed, faults, 422);
  }
  const done = await (typed.how === 'add' ? add : ask)(c, at, { email, name: name.value, role: typed.role }, reader);
  if ('fault' in done) return page(c, at, typed, { email: done.fault }, 422);
  return leaveFor(c, done.href, done.said);
}

type Wish = Pick<TypedPerson, 'email' | 'name' | 'role'>;
type Done = { readonly href: string; readonly said: Said } | { readonly fault: string };

async function add(c: AppContext, { actor, account }: AtAccount, wish: Wish, { t }: Reader): Promise<Done> {
  const { outcome, contactId } = await addPerson(
    c.get('scope'),
    actor,
    { ...wish, accountId: account.id },
    originOf(c),
  );
  if (outcome === 'there') return { fault: t('accounts.person.there') };
  return { href: personHref(account.id, contactId), said: 'added' };
}

async function ask(c: AppContext, { actor, account }: AtAccount, wish: Wish, { t }: Reader): Promise<Done> {
  const deps = { pepper: c.get('settings').pepper, origin: originOf(c), effects: c.get('effects') };
  const result = await invite(c.get('scope'), actor, { ...wish, accountId: account.id }, deps);
  if (result.ok) return { href: accountHref(account.id), said: 'invited' };
  const faults = {
    address: t('accounts.person.fault.email'),
    already_member: t('accounts.person.there'),
    already_invited: t('accounts.person.invited'),
    too_many: t('accounts.person.tooMany'),
  };
  return { fault: faults[result.fault] };
}

function page(
  c: AppContext,
  at: AtAccount,
  typed: TypedPerson,
  faults: NewPersonFaults,
  status: 200 | 422,
): Promise<Response> {
  const { id, name } = at.account;
  const portal = hostUrl(c.get('settings'), c.get('scope').tenant.canonicalHost, '/');
  return sendPlace(
    c,
    at,
    ({ frame, actor, counts }) => {
      const { reader } = frame;
      const title = reader.t('accounts.person.addTitle', { account: name });
      return (
        <AgentPage frame={frame} title={title} actor={actor} counts={counts} current="accounts">
          <PageHead title={title} back={{ href: accountHref(id), label: name }} />
          <NewPersonForm reader={reader} accountId={id} portal={portal} typed={typed} faults={faults} />
        </AgentPage>
      );
    },
    status,
  );
}
