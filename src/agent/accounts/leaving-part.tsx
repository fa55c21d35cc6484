import { ButtonLink } from '#ui/button.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { personHref } from './account-address.ts';
import type { AtPerson } from './visit-person.ts';

type LeavingPartProps = { reader: Reader; at: AtPerson; name: string; brandName: string };

/** The ways out: of this account, or of the tenant altogether. Each asks first. */
export const LeavingPart = ({ reader, at, name, brandName }: LeavingPartProps) => {
  const { t } = reader;
  const { account, person, place } = at;
  const change = person.state === 'active' ? 'disable' : 'enable';
  return (
    <Part id="leaving" title={t('accounts.person.leaving')}>
      {change === 'disable' && <p>{t('accounts.person.disableText', { brand: brandName })}</p>}
      <div class="actions">
        {place && (
          <ButtonLink look="danger" href={personHref(account.id, person.id, '/removal')}>
            {t('accounts.person.removeLink', { account: account.name })}
          </ButtonLink>
        )}
        <ButtonLink
          look={change === 'disable' ? 'danger' : 'secondary'}
          href={personHref(account.id, person.id, '/state')}
        >
          {t(`accounts.person.${change}`, { name })}
        </ButtonLink>
      </div>
    </Part>
  );
};
