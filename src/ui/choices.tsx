import { Icon } from './icon.tsx';
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
  /** Of the choice that is set. */
  value: string;
  /** The choices exclude each other unless told. */
  kind?: 'radio' | 'checkbox';
}

/** One of a few, each with a sentence about what it means. The first has the group's name as its id, for error summaries. */
export const Choices = ({ reader, name, label, hint, error, choices, value, kind = 'radio' }: ChoicesProps) => {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset class="choices" aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {choices.map((choice, i) => (
        <OneChoice id={i === 0 ? name : `${name}-${choice.value}`} {...{ name, kind, choice }} set={value} />
      ))}
      {error && (
        <p class="field-error" id={`${name}-error`}>
          <Icon name="alert" />
          <span class="unseen">{reader.t('common.errorPrefix')} </span>
          {error}
        </p>
      )}
    </fieldset>
  );
};

type OneChoiceProps = { id: string; name: string; kind: 'radio' | 'checkbox'; choice: Choice; set: string };

const OneChoice = ({ id, name, kind, choice, set }: OneChoiceProps) => (
  <div class="one-choice">
    <input
      type={kind}
      id={id}
      name={name}
      value={choice.value}
      checked={choice.value === set}
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
