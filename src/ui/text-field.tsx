import { Field, type FieldProps } from './field.tsx';

type TextFieldProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'search' | 'url' | 'date' | 'number' | 'tel';
  /** Which keyboard a phone shows. */
  inputmode?: 'numeric' | 'decimal' | 'url';
  autocomplete?: string;
  autofocus?: boolean;
  /** The browser's own limit; counts UTF-16 units, the server counts characters. */
  maxlength?: number;
};

export const TextField = ({
  value,
  type = 'text',
  autocomplete,
  autofocus,
  maxlength,
  inputmode,
  ...field
}: TextFieldProps) => (
  <Field
    {...field}
    control={(control) => (
      <input
        {...control}
        type={type}
        value={value ?? ''}
        autocomplete={autocomplete}
        autofocus={autofocus}
        maxlength={maxlength}
        inputmode={inputmode}
        dir="auto"
        {...(type === 'email' && { autocapitalize: 'none' })}
      />
    )}
  />
);
