import type { ContactRole } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { accountHref } from './account-address.ts';
import { roleChoices } from './role-choices.ts';

export interface TypedPerson {
  readonly email: string;
  readonly name: string;
  readonly role: ContactRole;
  readonly how: 'add' | 'invite';
}

/** Messages beside the controls. */
export interface NewPersonFaults {
  readonly email?: string;
  readonly name?: string;
}

interface NewPersonFormProps {
  readonly reader: Reader;
  readonly accountId: string;
  /** Its address. */
  readonly portal: string;
  readonly typed: TypedPerson;
  readonly faults: NewPersonFaults;
}

/** Somebody for an account: at once, or by an invitation. */
export const NewPersonForm = ({ reader, accountId, portal, typed, faults }: NewPersonFormProps) => {
  const { t } = reader;
  const errors = faultsOf(['email', 'name'], faults);
  const ways = (['add', 'invite'] as const).map((how) => ({
    value: how,
    label: t(`accounts.person.how.${how}`),
    hint: how === 'add' ? t('accounts.person.how.addHint', { portal }) : t('accounts.person.how.inviteHint'),
  }));
  return (
    <>
      <ErrorSummary reader={reader} errors={errors} />
      <form class="form" method="post" action={accountHref(accountId, '/people/new')} autocomplete="off">
        <TextField
          reader={reader}
          name="email"
          type="email"
          label={t('accounts.person.email')}
          hint={t('accounts.person.emailHint')}
          value={typed.email}
          error={faults.email}
          required
        />
        <TextField
          reader={reader}
          name="name"
          label={t('accounts.person.name')}
          hint={t('accounts.person.nameHint')}
          value={typed.name}
          error={faults.name}
        />
        <Choices
          reader={reader}
          name="role"
          label={t('accounts.role')}
          value={typed.role}
          choices={roleChoices(reader, ['member', 'admin'])}
        />
        <Choices reader={reader} name="how" label={t('accounts.person.how')} value={typed.how} choices={ways} />
        <div class="actions">
          <Button look="primary">{t('accounts.person.addDo')}</Button>
          <ButtonLink href={accountHref(accountId)}>{t('common.cancel')}</ButtonLink>
        </div>
      </form>
    </>
  );
};
