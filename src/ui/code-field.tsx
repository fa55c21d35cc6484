import { Field, type FieldProps } from './field.tsx';

/** Six digits; spaces are welcome. `<code-field>` submits when the sixth is there. */
export const CodeField = (field: Omit<FieldProps, 'name' | 'required'>) => (
  <code-field>
    <Field
      {...field}
      name="code"
      required
      control={(control) => (
        <input
          {...control}
          class="code-input"
          type="text"
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9\s\-]*"
          maxlength={20}
          autofocus
          dir="ltr"
        />
      )}
    />
  </code-field>
);
