import type { Choice } from '#forms/definition.ts';
import type { ChoicesFault } from '#forms/fields/choices.ts';
import type { Field } from '#forms/fields/field.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { IconPress } from '../../icon-press.tsx';
import { Press } from '../../press.tsx';
import { fieldHref } from './place.ts';

/** The choices in order, each renamed, moved and retired by itself, and one more. */
export const ChoicesPart = ({ reader, field, fault }: { reader: Reader; field: Field; fault: ChoicesFault | null }) => {
  const { t } = reader;
  const action = `${fieldHref(field)}/choices`;
  const error = fault ? t(`fieldSettings.fault.${fault}`) : undefined;
  return (
    <Part id="choices" title={t('fieldSettings.choices')}>
      <p class="hint">{t('fieldSettings.choice.text')}</p>
      <ErrorSummary reader={reader} errors={error ? [{ field: 'new-choice', message: error }] : []} />
      <ol class="choice-rows">
        {field.choices.map((choice, at) => (
          <OneChoice {...{ reader, action, choice }} isFirst={at === 0} isLast={at === field.choices.length - 1} />
        ))}
      </ol>
      <form class="choice-row" method="post" action={action} autocomplete="off">
        <HiddenFields fields={{ do: 'add' }} />
        <TextField
          reader={reader}
          id="new-choice"
          name="label"
          label={t('fieldSettings.choice.new')}
          error={error}
          required
        />
        <Button icon="plus">{t('fieldSettings.choice.add')}</Button>
      </form>
    </Part>
  );
};

interface OneChoiceProps {
  reader: Reader;
  action: string;
  choice: Choice;
  isFirst: boolean;
  isLast: boolean;
}

const OneChoice = ({ reader, action, choice, isFirst, isLast }: OneChoiceProps) => {
  const { t } = reader;
  const { id, label, retired } = choice;
  const press = (what: 'retire' | 'restore') => (
    <Press action={action} fields={{ do: what, choice: id }} label={t(`fieldSettings.choice.${what}`)} of={label} />
  );
  const move = (to: 'up' | 'down') => (
    <IconPress
      action={action}
      fields={{ do: to, choice: id }}
      label={t(`fieldSettings.${to}`)}
      of={label}
      icon={`arrow-${to}`}
    />
  );
  return (
    <li>
      <form class="choice-row" method="post" action={action} autocomplete="off">
        <HiddenFields fields={{ do: 'rename', choice: id }} />
        <TextField
          reader={reader}
          id={`choice-${id}`}
          name="label"
          label={t('fieldSettings.choice.named', { choice: label })}
          value={label}
          hiddenLabel
          required
        />
        <Button look="quiet">{t('fieldSettings.choice.rename')}</Button>
      </form>
      <span class="presses">
        {retired && <span class="pill">{t('fieldSettings.choice.retired')}</span>}
        {!isFirst && move('up')}
        {!isLast && move('down')}
        {press(retired ? 'restore' : 'retire')}
      </span>
    </li>
  );
};
