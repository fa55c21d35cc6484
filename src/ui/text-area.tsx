import type { Child } from 'hono/jsx';
import { Field, type FieldProps } from './field.tsx';

export type TextAreaProps = FieldProps & {
  value?: string | undefined;
  rows?: number;
  placeholder?: string;
};

/** What stands around the control itself, below its label. */
type Around = { around?: (control: Child) => Child };

/** Grows with its text where the browser can. No `maxlength`: too long is said, never cut. */
export const TextArea = ({ value, rows = 6, placeholder, around, ...field }: TextAreaProps & Around) => (
  <Field
    {...field}
    control={(control) => {
      // The first line feed after the tag is swallowed by HTML, so one is given away.
      const area = (
        <textarea {...control} rows={rows} placeholder={placeholder} dir="auto">{`\n${value ?? ''}`}</textarea>
      );
      return around ? around(area) : area;
    }}
  />
);
