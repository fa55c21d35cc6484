import type { Child } from 'hono/jsx';
import { Button } from '../button.tsx';
import type { Reader } from '../reader.ts';
import { type Option, Select } from '../select.tsx';
import { TextField } from '../text-field.tsx';

interface AddPeopleProps {
  reader: Reader;
  action: string;
  /** What the choice of colleagues is called, where *A colleague* says too little. */
  label?: string;
  /** Colleagues who are not on it; none: there is no choice. */
  colleagues: readonly Option[];
  /** What is wrong with the choice. */
  choiceError?: string | undefined;
  /** Anybody may be added by address; null: nobody. */
  byAddress: { readonly typed: string; readonly error: string | undefined } | null;
  /** Hidden fields of a form, made anew for each. */
  hidden: () => Child;
}

/** Puts people on a request: one of the account by choice, or anybody by address. */
export const AddPeople = ({ reader, action, label, colleagues, choiceError, byAddress, hidden }: AddPeopleProps) => {
  const { t } = reader;
  return (
    <>
      {colleagues.length > 0 && (
        <form class="form" method="post" action={action}>
          {hidden()}
          <Select
            reader={reader}
            name="person"
            label={label ?? t('people.colleague')}
            options={[{ value: '', label: t('fields.nothingChosen') }, ...colleagues]}
            error={choiceError}
            required
          />
          <div class="actions">
            <Button look={byAddress ? 'secondary' : 'primary'} icon="plus">
              {t('people.add')}
            </Button>
          </div>
        </form>
      )}
      {byAddress && (
        <form class="form" method="post" action={action}>
          {hidden()}
          <TextField
            reader={reader}
            name="email"
            type="email"
            autocomplete="off"
            maxlength={254}
            label={t('people.address')}
            hint={t('people.addressHint')}
            value={byAddress.typed}
            error={byAddress.error}
            required
          />
          <div class="actions">
            <Button look="primary" icon="plus">
              {t('people.addAddress')}
            </Button>
          </div>
        </form>
      )}
      {colleagues.length === 0 && !byAddress && <p class="hint">{t('people.nobodyLeft')}</p>}
    </>
  );
};
