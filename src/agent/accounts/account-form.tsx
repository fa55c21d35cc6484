import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import type { AccountFaults, TypedAccount } from './account-input.ts';

interface AccountFormProps {
  readonly reader: Reader;
  readonly action: string;
  readonly typed: TypedAccount;
  readonly faults: AccountFaults;
  /** Of an account that is there: what its members may see is chosen, too. */
  readonly withSight: boolean;
  /** Tiers that other accounts have. */
  readonly tiers?: readonly string[];
  readonly hidden?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly cancelHref: string;
}

/** Name, external id, and what members see. */
export const AccountForm = (props: AccountFormProps) => {
  const { reader, typed, faults } = props;
  const { t } = reader;
  const errors = faultsOf(['name', 'external_id', 'tier'], faults);
  return (
    <>
      <ErrorSummary reader={reader} errors={errors} />
      <form class="form" method="post" action={props.action} autocomplete="off">
        <HiddenFields fields={props.hidden ?? {}} />
        <TextField
          reader={reader}
          name="name"
          label={t('accounts.name')}
          hint={t('accounts.new.nameHint')}
          value={typed.name}
          error={faults.name}
          required
        />
        <TextField
          reader={reader}
          name="external_id"
          label={t('accounts.externalId')}
          hint={t('accounts.externalIdHint')}
          value={typed.externalId}
          error={faults.external_id}
        />
        {props.withSight && (
          <TextField
            reader={reader}
            name="tier"
            label={t('accounts.tier')}
            hint={t('accounts.tierHint')}
            value={typed.tier}
            error={faults.tier}
            suggestions={props.tiers ?? []}
          />
        )}
        {props.withSight && <SightChoice reader={reader} value={typed.sight} />}
        <div class="actions">
          <Button look="primary">{props.label}</Button>
          <ButtonLink href={props.cancelHref}>{t('common.cancel')}</ButtonLink>
        </div>
      </form>
    </>
  );
};

const SightChoice = ({ reader, value }: { reader: Reader; value: string }) => (
  <Choices
    reader={reader}
    name="sight"
    label={reader.t('accounts.sight')}
    value={value}
    choices={(['own', 'all'] as const).map((sight) => ({
      value: sight,
      label: reader.t(`accounts.sight.${sight}`),
      hint: reader.t(`accounts.sight.${sight}Hint`),
    }))}
  />
);
