import { Field, type FieldProps } from './field.tsx';

type TextAreaProps = FieldProps & {
  value?: string | undefined;
  rows?: number;
  placeholder?: string;
  autofocus?: boolean;
};

/** Grows with its text where the browser can. No `maxlength`: too long is said, never cut. */
export const TextArea = ({ value, rows = 6, placeholder, autofocus, ...field }: TextAreaProps) => (
  <Field
    {...field}
    control={(control) => (
      // The first line feed after the tag is swallowed by HTML, so one is given away.
      <textarea
        {...control}
        rows={rows}
        placeholder={placeholder}
        autofocus={autofocus}
        dir="auto"
      >{`\n${value ?? ''}`}</textarea>
    )}
  />
);
