import type { Form } from '#forms/builder/form.ts';
import type { FormFault } from '#forms/form-fault.ts';
import type { KnownFields } from '#forms/known-field.ts';
import type { Reader } from '#ui/reader.ts';

/** What the outline of a form is drawn from. */
export interface OutlineProps {
  reader: Reader;
  form: Form;
  known: KnownFields;
  faults: readonly FormFault[];
}
