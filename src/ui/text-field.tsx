import { Field, type FieldProps } from './field.tsx';

type TextFieldProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'search' | 'url' | 'date' | 'number' | 'tel';
  /** Which keyboard a phone shows. */
  inputmode?: 'numeric' | 'decimal' | 'url';
  autocomplete?: string;
  /** The browser's own limit; counts UTF-16 units, the server counts characters. */
  maxlength?: number;
  /** What is offered while somebody types. */
  suggestions?: readonly string[];
};

export const TextField = ({
  value,
  type = 'text',
  autocomplete,
  maxlength,
  inputmode,
  suggestions,
  ...field
}: TextFieldProps) => (
  <Field
    {...field}
    control={(control) => (
      <>
        <input
          {...control}
          type={type}
          value={value ?? ''}
          autocomplete={autocomplete}
          maxlength={maxlength}
          inputmode={inputmode}
          dir="auto"
          list={suggestions && `${control.id}-known`}
          {...(type === 'email' && { autocapitalize: 'none' })}
        />
        {suggestions && (
          <datalist id={`${control.id}-known`}>
            {suggestions.map((each) => (
              <option value={each} />
            ))}
          </datalist>
        )}
      </>
    )}
  />
);
