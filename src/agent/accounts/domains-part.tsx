import type { AccountDomain } from '#identity/accounts/list-domains.ts';
import type { AccessSettings } from '#identity/settings/access-rules.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { accountHref } from './account-address.ts';
import { domainHref } from './domain-address.ts';

interface DomainsPartProps {
  readonly reader: Reader;
  readonly accountId: string;
  readonly domains: readonly AccountDomain[];
  readonly newcomers: AccessSettings['newcomers'];
  readonly mayChange: boolean;
}

/** By which mail domains people may come in. */
export const DomainsPart = ({ reader, accountId, domains, newcomers, mayChange }: DomainsPartProps) => {
  const { t } = reader;
  const columns = [t('accounts.domain'), t('accounts.domain.newcomers'), t('accounts.domain.state')];
  const settings = mayChange ? <a href="/settings/access">{t('accounts.part.domainsSettings')}</a> : '';
  return (
    <Part id="domains" title={t('accounts.part.domains')}>
      <p>
        {newcomers === 'known'
          ? reader.rich('accounts.part.domainsKnown', { link: settings })
          : t('accounts.part.domainsText')}
      </p>
      {domains.length === 0 ? (
        <p class="hint">{t('accounts.part.noDomains')}</p>
      ) : (
        <DataTable
          caption={t('accounts.part.domains')}
          columns={mayChange ? [...columns, t('accounts.actions')] : columns}
          hasActions={mayChange}
          rows={domains.map((domain) => [
            domain.domain,
            t(`accounts.role.${domain.role}`),
            t(domain.confirmedAt === null ? 'accounts.domain.unconfirmed' : 'accounts.domain.confirmed'),
            ...(mayChange ? [<Actions reader={reader} accountId={accountId} domain={domain} />] : []),
          ])}
        />
      )}
      {mayChange && (
        <p>
          <ButtonLink href={accountHref(accountId, '/domains/new')}>{t('accounts.domain.add')}</ButtonLink>
        </p>
      )}
    </Part>
  );
};

const Actions = ({ reader, accountId, domain }: { reader: Reader; accountId: string; domain: AccountDomain }) => (
  <div class="inline-actions">
    {domain.confirmedAt === null && (
      <a class="button quiet" href={domainHref(accountId, domain.domain, '/confirmation')}>
        {reader.t('accounts.domain.confirm')}
        <span class="unseen"> {domain.domain}</span>
      </a>
    )}
    <a class="button quiet" href={domainHref(accountId, domain.domain, '/removal')}>
      {reader.t('accounts.domain.remove')}
      <span class="unseen"> {domain.domain}</span>
    </a>
  </div>
);
