import { HiddenFields } from '#ui/hidden-fields.tsx';

interface PressOneProps {
  action: string;
  fields: Readonly<Record<string, string>>;
  name: string;
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string;
}

/** One of two or three words in a sentence: pressing another one changes it at once. */
export const PressOne = ({ action, fields, name, label, options, value }: PressOneProps) => (
  <form class="press-one" method="post" action={action}>
    <HiddenFields fields={fields} />
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand in the sentence. */}
    <span role="group" aria-label={label}>
      {options.map((option) => (
        <button type="submit" name={name} value={option.value} aria-pressed={option.value === value ? 'true' : 'false'}>
          {option.label}
        </button>
      ))}
    </span>
  </form>
);
