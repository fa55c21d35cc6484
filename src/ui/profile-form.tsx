import type { Child } from 'hono/jsx';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { faultsOf } from './faults-of.ts';
import type { Reader } from './reader.ts';
import { TextField } from './text-field.tsx';
import { ZoneField } from './zone-field.tsx';

/** What somebody typed about themselves, or what is stored. */
export interface ProfileView {
  readonly name: string;
  readonly zone: string;
  /** The zone that `auto` means now. */
  readonly automaticZone: string;
  readonly errors: { readonly name?: string; readonly zone?: string };
}

interface ProfileFormProps extends ProfileView {
  readonly reader: Reader;
  readonly action: string;
  /** Who reads the name. */
  readonly nameHint: string;
  /** The address, which is not changed here. */
  readonly address: Child;
}

/** A person's own name and time zone. */
export const ProfileForm = ({ reader, action, nameHint, address, ...profile }: ProfileFormProps) => {
  const { t } = reader;
  const { name, zone, automaticZone, errors } = profile;
  return (
    <>
      <ErrorSummary reader={reader} errors={faultsOf(['name', 'zone'], errors)} />
      <form class="form" method="post" action={action}>
        <TextField
          reader={reader}
          name="name"
          label={t('settings.name')}
          hint={nameHint}
          value={name}
          error={errors.name}
          autocomplete="name"
          required
        />
        <p class="hint">
          {t('settings.email')}: {address}
        </p>
        <ZoneField reader={reader} zone={zone} automaticZone={automaticZone} error={errors.zone} />
        <div class="actions">
          <Button look="primary">{t('common.save')}</Button>
        </div>
      </form>
    </>
  );
};
