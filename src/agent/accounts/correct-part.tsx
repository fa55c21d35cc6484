import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { personHref } from './account-address.ts';
import type { AtPerson } from './visit-person.ts';

export interface TypedCorrection {
  readonly name: string;
  readonly email: string;
}

/** Messages beside the controls. */
export interface CorrectionFaults {
  readonly name?: string;
  readonly email?: string;
}

interface CorrectPartProps {
  readonly reader: Reader;
  readonly at: AtPerson;
  readonly typed: TypedCorrection;
  readonly faults: CorrectionFaults;
}

/** Name and main address, to be corrected. */
export const CorrectPart = ({ reader, at, typed, faults }: CorrectPartProps) => {
  const { t } = reader;
  const errors = faultsOf(['name', 'email'], faults);
  return (
    <Part id="correct" title={t('accounts.person.correct')}>
      <ErrorSummary reader={reader} errors={errors} />
      <form class="form" method="post" action={personHref(at.account.id, at.person.id)} autocomplete="off">
        <TextField
          reader={reader}
          name="name"
          label={t('accounts.person.name')}
          value={typed.name}
          error={faults.name}
        />
        <TextField
          reader={reader}
          name="email"
          type="email"
          label={t('accounts.person.email')}
          hint={t('accounts.person.correctHint')}
          value={typed.email}
          error={faults.email}
          required
        />
        <div class="actions">
          <Button look="primary">{t('accounts.person.save')}</Button>
        </div>
      </form>
    </Part>
  );
};
