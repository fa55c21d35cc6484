import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { addDomain } from '#identity/accounts/add-domain.ts';
import { mailDomainOf } from '#identity/accounts/mail-domain.ts';
import type { ContactRole } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { AgentPage } from '../agent-page.tsx';
import { sendPlace } from '../send-place.ts';
import { accountHref } from './account-address.ts';
import { domainHref } from './domain-address.ts';
import { type AtAccount, visitAccount } from './load-account.ts';
import { roleChoices } from './role-choices.ts';

interface View {
  readonly domain: string;
  readonly role: ContactRole;
  readonly error?: string;
}

export async function showAddDomain(c: AppContext): Promise<Response> {
  return page(c, await visitAccount(c), { domain: '', role: 'member' }, 200);
}

const form = z.strictObject({ domain: z.string().default(''), role: z.enum(['admin', 'member']).catch('member') });

/** Adds it and goes on to the question whether it is the account's alone. */
export async function addNewDomain(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const at = await visitAccount(c);
  const typed = { domain: fields['domain'] ?? '', role: fields['role'] === 'admin' ? 'admin' : 'member' } as const;
  const { t } = (await agentLook(c, at.actor)).frame.reader;
  const refused = (fault: 'invalid' | 'public_provider' | 'public_suffix' | 'taken' | 'most') =>
    page(c, at, { ...typed, error: t(`accounts.domain.fault.${fault}`) }, 422);
  const read = mailDomainOf(typed.domain);
  if (!read.ok) return refused(read.fault);
  const input = { accountId: at.account.id, domain: read.domain, role: typed.role };
  const { outcome } = await addDomain(c.get('scope'), at.actor, input, originOf(c));
  if (outcome !== 'done') return refused(outcome);
  return c.redirect(domainHref(at.account.id, read.domain, '/confirmation'), 303);
}

function page(c: AppContext, at: AtAccount, view: View, status: 200 | 422): Promise<Response> {
  const { id, name } = at.account;
  return sendPlace(
    c,
    at,
    ({ frame, actor, counts }) => {
      const { reader } = frame;
      const title = reader.t('accounts.domain.addTitle', { account: name });
      return (
        <AgentPage frame={frame} title={title} actor={actor} counts={counts} current="accounts">
          <PageHead title={title} back={{ href: accountHref(id), label: name }} />
          <DomainForm reader={reader} accountId={id} view={view} />
        </AgentPage>
      );
    },
    status,
  );
}

const DomainForm = ({ reader, accountId, view }: { reader: Reader; accountId: string; view: View }) => (
  <>
    <ErrorSummary reader={reader} errors={view.error ? [{ field: 'domain', message: view.error }] : []} />
    <form class="form" method="post" action={accountHref(accountId, '/domains/new')} autocomplete="off">
      <TextField
        reader={reader}
        name="domain"
        label={reader.t('accounts.domain')}
        hint={reader.t('accounts.domain.addHint')}
        value={view.domain}
        error={view.error}
        required
      />
      <Choices
        reader={reader}
        name="role"
        label={reader.t('accounts.domain.role')}
        value={view.role}
        choices={roleChoices(reader, ['member', 'admin'])}
      />
      <div class="actions">
        <Button look="primary">{reader.t('accounts.domain.addDo')}</Button>
        <ButtonLink href={accountHref(accountId)}>{reader.t('common.cancel')}</ButtonLink>
      </div>
    </form>
  </>
);
