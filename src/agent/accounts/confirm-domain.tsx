import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { findAccount } from '#identity/accounts/change-account.ts';
import { confirmDomain } from '#identity/accounts/confirm-domain.ts';
import type { AccountDomain } from '#identity/accounts/list-domains.ts';
import { listDomains } from '#identity/accounts/list-domains.ts';
import { removeDomain } from '#identity/accounts/remove-domain.ts';
import type { AccessSettings } from '#identity/settings/access-rules.ts';
import { findAccessSettings } from '#identity/settings/access-settings.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import type { Reader } from '#ui/reader.ts';
import { sendPlace } from '../send-place.ts';
import { accountHref, accountIdOf, leaveFor } from './account-address.ts';
import { ConfirmPage } from './confirm-page.tsx';
import { domainHref, domainOf } from './domain-address.ts';
import { visitAccount } from './load-account.ts';

/** Who asks, the account, and its domain that the address names. */
async function visitDomain(c: AppContext) {
  const [id, name] = [accountIdOf(c), domainOf(c)];
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    account: findAccount(scope, id),
    domains: listDomains(scope, id),
    settings: findAccessSettings(scope),
  }));
  mustManage(seen.actor);
  const { account, domains, settings } = seen.rows;
  const domain = domains.find((one) => one.domain === name);
  if (!account || !domain) throw notFound();
  return { seen, account, domain, newcomers: settings?.newcomers ?? 'known' };
}

/** Whether the domain is the account's alone: nobody can prove that for us, so somebody has to say it. */
export async function showConfirmDomain(c: AppContext): Promise<Response> {
  const { seen, account, domain, newcomers } = await visitDomain(c);
  return sendPlace(c, seen, (props) => {
    const { reader } = props.frame;
    const { t } = reader;
    const names = { domain: domain.domain, account: account.name };
    return (
      <ConfirmPage
        {...props}
        title={t('accounts.domain.confirmTitle', names)}
        says={[
          `${t('accounts.domain.confirmText', names)} ${whatFollows(reader, newcomers, account.name, domain)}`,
          t('accounts.domain.confirmWarning'),
        ]}
        action={domainHref(account.id, domain.domain, '/confirmation')}
        label={t('accounts.domain.confirmDo', names)}
        look="primary"
        back={{ href: accountHref(account.id), label: account.name }}
        cancel={t('accounts.domain.later')}
      />
    );
  });
}

function whatFollows({ t }: Reader, newcomers: AccessSettings['newcomers'], account: string, { role }: AccountDomain) {
  if (newcomers === 'known') return t('accounts.domain.confirmKnown');
  if (newcomers === 'requests') return t('accounts.domain.confirmRequests', { account });
  return t('accounts.domain.confirmDomains', { account, role: t(`accounts.role.${role}`) });
}

export async function doConfirmDomain(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  const { seen, account, domain } = await visitDomain(c);
  const place = { accountId: account.id, domain: domain.domain };
  await confirmDomain(c.get('scope'), seen.actor, place, originOf(c));
  return leaveFor(c, accountHref(account.id), 'domain-confirmed');
}

export async function showRemoveDomain(c: AppContext): Promise<Response> {
  const { seen, account, domain } = await visitDomain(c);
  return sendPlace(c, seen, (props) => {
    const { t } = props.frame.reader;
    return (
      <ConfirmPage
        {...props}
        title={t('accounts.domain.removeTitle', { domain: domain.domain })}
        says={[t('accounts.domain.removeText')]}
        action={domainHref(account.id, domain.domain, '/removal')}
        label={t('accounts.domain.removeDo', { domain: domain.domain })}
        back={{ href: accountHref(account.id), label: account.name }}
        cancel={t('accounts.keep')}
      />
    );
  });
}

/** Twice is once: a domain that is gone already is as good as removed. */
export async function doRemoveDomain(c: AppContext): Promise<Response> {
  await readForm(c, z.strictObject({}));
  const { actor, account } = await visitAccount(c);
  await removeDomain(c.get('scope'), actor, { accountId: account.id, domain: domainOf(c) }, originOf(c));
  return leaveFor(c, accountHref(account.id), 'domain-removed');
}
