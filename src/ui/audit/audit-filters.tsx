import { Button, ButtonLink } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { faultsOf } from '../faults-of.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { Icon } from '../icon.tsx';
import type { Reader } from '../reader.ts';
import { type Option, Select } from '../select.tsx';
import { TextField } from '../text-field.tsx';

type Errors = { readonly [field in 'person' | 'account_name' | 'from' | 'to']?: string };

/** A filter that no field shows, and the address without it. */
export interface FilterChip {
  readonly label: string;
  readonly value: string;
  readonly clearHref: string;
}

export interface AuditFiltersProps {
  reader: Reader;
  action: string;
  groups: readonly Option[];
  /** What the form sends along. */
  hidden: Readonly<Record<string, string>>;
  values: {
    readonly group: string;
    readonly person: string;
    /** Null: there is one account only. */
    readonly accountName: string | null;
    readonly from: string;
    readonly to: string;
  };
  errors: Errors;
  chips: readonly FilterChip[];
  /** The form that exports what is filtered. */
  exportTo: { readonly action: string; readonly fields: Readonly<Record<string, string>> };
}

/** Which entries to show; all of it stands in the address. */
export const AuditFilters = (props: AuditFiltersProps) => {
  const { reader, errors, values } = props;
  const { t } = reader;
  const faults = faultsOf(['person', 'account_name', 'from', 'to'], errors);
  const isOpen = faults.length > 0 || values.group !== '' || values.from !== '' || values.to !== '';
  return (
    <>
      <ErrorSummary reader={reader} errors={faults} />
      <div class="audit-bar">
        <details class="audit-filters" open={isOpen}>
          <summary>
            {t('audit.filters')}
            <Icon name="chevron" />
          </summary>
          <FilterForm {...props} />
        </details>
        <form method="post" action={props.exportTo.action}>
          <HiddenFields fields={props.exportTo.fields} />
          <Button icon="arrow-down">{t('audit.export')}</Button>
        </form>
      </div>
      {props.chips.length > 0 && (
        <ul class="audit-chips">
          {props.chips.map((chip) => (
            <Chip reader={reader} chip={chip} />
          ))}
        </ul>
      )}
    </>
  );
};

const Chip = ({ reader: { t }, chip }: { reader: Reader; chip: FilterChip }) => (
  <li>
    {chip.label}: <bdi>{chip.value}</bdi>
    <a href={chip.clearHref} aria-label={t('audit.filter.remove', { filter: `${chip.label}: ${chip.value}` })}>
      <Icon name="cross" />
    </a>
  </li>
);

const FilterForm = ({ reader, action, groups, hidden, values, errors }: AuditFiltersProps) => {
  const { t } = reader;
  const shared = { reader, required: true };
  return (
    <form method="get" action={action} autocomplete="off" novalidate>
      <HiddenFields fields={hidden} />
      <Select {...shared} name="group" label={t('audit.filter.group')} options={groups} value={values.group} />
      <TextField
        {...shared}
        name="person"
        type="email"
        label={t('audit.filter.address')}
        value={values.person}
        error={errors.person}
      />
      {values.accountName !== null && (
        <TextField
          {...shared}
          name="account_name"
          label={t('audit.filter.accountName')}
          value={values.accountName}
          error={errors.account_name}
        />
      )}
      <TextField
        {...shared}
        name="from"
        type="date"
        label={t('audit.filter.from')}
        value={values.from}
        error={errors.from}
      />
      <TextField {...shared} name="to" type="date" label={t('audit.filter.to')} value={values.to} error={errors.to} />
      <div class="actions">
        <Button>{t('audit.filter.show')}</Button>
        <ButtonLink href={action} look="quiet">
          {t('audit.filter.clear')}
        </ButtonLink>
      </div>
    </form>
  );
};
