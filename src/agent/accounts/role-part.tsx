import { Button } from '#ui/button.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { personHref } from './account-address.ts';
import type { AtPerson } from './visit-person.ts';

/** What somebody may do in the account. */
export const RolePart = ({ reader, at, name }: { reader: Reader; at: AtPerson; name: string }) => {
  const { t } = reader;
  const { account, place, mayChange } = at;
  return (
    <Part id="place" title={t('accounts.person.roleTitle', { account: account.name })}>
      {place === null ? (
        <p>{t('accounts.person.noPlace', { name, account: account.name })}</p>
      ) : (
        <>
          {mayChange ? <RoleForm reader={reader} place={place} /> : <p>{t(`accounts.role.${place.role}`)}</p>}
          <p class="hint">{t(`accounts.role.${place.role}Hint`)}</p>
        </>
      )}
    </Part>
  );
};

const roles = ['admin', 'member', 'none'] as const;

const RoleForm = ({ reader, place }: { reader: Reader; place: NonNullable<AtPerson['place']> }) => (
  <form
    class="role-form"
    method="post"
    action={personHref(place.accountId, place.contactId, '/role')}
    autocomplete="off"
  >
    <Select
      reader={reader}
      name="role"
      label={reader.t('accounts.role')}
      value={place.role}
      options={roles.map((role) => ({ value: role, label: reader.t(`accounts.role.${role}`) }))}
      required
    />
    <Button>{reader.t('accounts.person.roleDo')}</Button>
  </form>
);
