import type { Child } from 'hono/jsx';
import { FieldErrorLine } from './field-error.tsx';
import type { Reader } from './reader.ts';

export type FieldProps = {
  reader: Reader;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The id of the control; `name` where it is left out. */
  id?: string;
  required?: boolean;
  /** The label is there for screen readers only, where the place says it all. */
  hiddenLabel?: boolean;
  autofocus?: boolean;
};

/** What a control must carry to belong to its label, hint and error. */
export type ControlProps = {
  id: string;
  name: string;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
  autofocus: boolean | undefined;
};

/** Label, hint and error around one control; optional ones say so, required ones need no star. */
export const Field = (props: FieldProps & { control: (control: ControlProps) => Child }) => {
  const id = props.id ?? props.name;
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={props.hiddenLabel ? 'unseen' : undefined}>
        {props.label}
        {!props.required && !props.hiddenLabel && <span class="optional"> {props.reader.t('common.optional')}</span>}
      </label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.control({
        id,
        name: props.name,
        required: props.required || undefined,
        'aria-describedby': described || undefined,
        'aria-invalid': props.error ? 'true' : undefined,
        autofocus: props.autofocus || undefined,
      })}
      <FieldErrorLine {...{ reader: props.reader, id, error: props.error }} />
    </div>
  );
};
