import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';

export type Option = { value: string; label: string };
type SelectProps = FieldProps & { options: readonly Option[]; value?: string | undefined };

/** A required select whose first choice is empty cannot be sent by a browser, though that choice may be meant. */
const hasEmpty = (options: readonly Option[]) => options.some(({ value }) => value === '');

export const Select = ({ options, value, ...field }: SelectProps) => (
  <Field
    {...field}
    control={(control) => (
      <span class="select">
        <select {...control} required={control.required && !hasEmpty(options)}>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    )}
  />
);
