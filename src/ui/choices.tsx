import { FieldErrorLine } from './field-error.tsx';
import type { Reader } from './reader.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What it means. */
  readonly hint?: string | undefined;
}

interface ChoicesProps {
  reader: Reader;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  choices: readonly Choice[];
  /** Of the choice that is set, or of all that are. */
  value: string | readonly string[];
  /** The first choice's id; `name` where it is left out. */
  id?: string;
  /** The group's name is there for screen readers only. */
  hiddenLabel?: boolean;
  /** Said of what may stay empty, where told. */
  isOptional?: boolean;
  autofocus?: boolean;
  /** The choices exclude each other unless told. */
  kind?: 'radio' | 'checkbox';
}

/** One of a few, each with a sentence about what it means. The first has the group's name as its id, for error summaries. */
export const Choices = ({
  reader,
  name,
  label,
  hint,
  error,
  choices,
  value,
  kind = 'radio',
  ...rest
}: ChoicesProps) => {
  const id = rest.id ?? name;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset class="choices" aria-describedby={described || undefined}>
      <legend class={rest.hiddenLabel ? 'unseen' : undefined}>
        {label}
        {rest.isOptional && !rest.hiddenLabel && <span class="optional"> {reader.t('common.optional')}</span>}
      </legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {choices.map((choice, i) => (
        <OneChoice
          id={i === 0 ? id : `${id}-${choice.value}`}
          {...{ name, kind, choice }}
          set={value}
          autofocus={(i === 0 && rest.autofocus) || undefined}
        />
      ))}
      <FieldErrorLine {...{ reader, id, error }} />
    </fieldset>
  );
};

type OneChoiceProps = {
  id: string;
  name: string;
  kind: 'radio' | 'checkbox';
  choice: Choice;
  set: string | readonly string[];
  autofocus: boolean | undefined;
};

const OneChoice = ({ id, name, kind, choice, set, autofocus }: OneChoiceProps) => (
  <div class="one-choice">
    <input
      type={kind}
      id={id}
      name={name}
      value={choice.value}
      checked={typeof set === 'string' ? choice.value === set : set.includes(choice.value)}
      autofocus={autofocus}
      aria-describedby={choice.hint ? `${id}-means` : undefined}
    />
    <label for={id}>{choice.label}</label>
    {choice.hint && (
      <p class="hint" id={`${id}-means`}>
        {choice.hint}
      </p>
    )}
  </div>
);
