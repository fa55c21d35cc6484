import { Button, ButtonLink } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import type { Chip } from './chips.ts';
import type { FilterControl, FilterView } from './filter-view.ts';

interface FilterBarProps {
  reader: Reader;
  filter: FilterView;
  chips: readonly Chip[];
  clearHref: string;
  /** Where what is shown is kept as a view. */
  saveHref: string | null;
}

/** A box to search in, and behind one word all that the list can be narrowed and sorted by. */
export const FilterBar = ({ reader, filter, chips, clearHref, saveHref }: FilterBarProps) => {
  const { t } = reader;
  return (
    <search class="list-bar">
      <form method="get" action="/" autocomplete="off" novalidate>
        <HiddenFields fields={filter.hidden} />
        <div class="list-search">
          <Icon name="search" />
          <input
            type="search"
            name="q"
            value={filter.words}
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            maxlength={200}
            dir="auto"
            enterkeyhint="search"
          />
          <Button>{t('list.search.go')}</Button>
        </div>
        <details class="list-filters">
          <summary class="button secondary">
            {t('list.filters')}
            {filter.active > 0 && <FilterCount reader={reader} active={filter.active} />}
            <Icon name="chevron" />
          </summary>
          <div class="list-controls">
            {filter.controls.map((control) => (
              <Control reader={reader} control={control} />
            ))}
            <div class="actions">
              <Button>{t('list.show')}</Button>
              <ButtonLink href={clearHref} look="quiet">
                {t('list.clear')}
              </ButtonLink>
            </div>
          </div>
        </details>
      </form>
      {(chips.length > 0 || saveHref !== null) && (
        <Chips reader={reader} chips={chips} clearHref={clearHref} saveHref={saveHref} />
      )}
    </search>
  );
};

const FilterCount = ({ reader: { t }, active }: { reader: Reader; active: number }) => (
  <>
    <span class="count" aria-hidden="true">
      {active}
    </span>
    <span class="unseen">, {t('list.filters.active', { count: active })}</span>
  </>
);

const Control = ({ reader, control }: { reader: Reader; control: FilterControl }) => {
  const { name, label } = control;
  // Nothing here has to be filled in; that each is optional need not be said.
  if (control.kind === 'select')
    return (
      <Select reader={reader} required name={name} label={label} options={control.options} value={control.value} />
    );
  if (control.kind === 'text')
    return (
      <div class="field">
        <label for={name}>{label}</label>
        <input
          id={name}
          name={name}
          value={control.value}
          maxlength={200}
          dir="auto"
          list={control.suggestions && `${name}-known`}
        />
        {control.suggestions && (
          <datalist id={`${name}-known`}>
            {control.suggestions.map((each) => (
              <option value={each} />
            ))}
          </datalist>
        )}
      </div>
    );
  return <SpanControl reader={reader} control={control} />;
};

type Span = Extract<FilterControl, { kind: 'span' }>;

const SpanControl = ({ reader: { t }, control }: { reader: Reader; control: Span }) => (
  <fieldset class={`list-span ${control.of}`}>
    <legend>{control.label}</legend>
    {(['from', 'to'] as const).map((end) => (
      <label>
        <span>{t(control.of === 'days' ? `list.${end}` : `list.${end}Number`)}</span>
        <input
          name={control[end].name}
          value={control[end].value}
          {...(control.of === 'days' ? { type: 'date' } : { type: 'text', inputmode: 'decimal' })}
        />
      </label>
    ))}
  </fieldset>
);

const Chips = ({ reader: { t }, chips, clearHref, saveHref }: Omit<FilterBarProps, 'filter'>) => (
  <ul class="audit-chips" aria-label={t('list.chips')}>
    {chips.map(({ label, value, clearHref: without }) => (
      <li>
        {label}: <bdi>{value}</bdi>
        <a href={without} aria-label={t('list.chip.remove', { filter: `${label}: ${value}` })}>
          <Icon name="cross" />
        </a>
      </li>
    ))}
    {chips.length > 0 && (
      <li class="plain">
        <a href={clearHref}>{t('list.clear')}</a>
      </li>
    )}
    {saveHref !== null && (
      <li class="plain">
        <a href={saveHref}>{t('views.saveThis')}</a>
      </li>
    )}
  </ul>
);
