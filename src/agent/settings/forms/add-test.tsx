import type { Form } from '#forms/builder/form.ts';
import { questionsOf } from '#forms/form-places.ts';
import type { KnownFields } from '#forms/known-field.ts';
import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Select } from '#ui/select.tsx';
import type { ConditionPartProps } from './condition-props.ts';
import { formHref, labelOf } from './place.ts';

/** Which earlier question it asks about; how is asked next, for it depends on the field. */
export const AddTest = (props: ConditionPartProps) => {
  const { reader, form, owner, part, condition } = props;
  const { t } = reader;
  if (earlierOf(props).length === 0) return <p class="hint">{t('formSettings.nothingEarlier')}</p>;
  return (
    <form class="in-line" method="get" action={formHref(form, '/conditions/new')}>
      <HiddenFields fields={{ owner: owner.kind, id: owner.id, part }} />
      <EarlierQuestion
        {...props}
        id={`${part}-field`}
        label={t(condition ? 'formSettings.addTest' : 'formSettings.addCondition')}
      />
      {condition ? (
        <span class="actions">
          <Button name="in" value="" icon="plus">
            {t('formSettings.addHere')}
          </Button>
          <Button name="in" value="new" look="quiet">
            {t('formSettings.addGroup')}
          </Button>
        </span>
      ) : (
        <Button name="in" value="">
          {t('formSettings.continue')}
        </Button>
      )}
    </form>
  );
};

/** The same in a group; folded away, so that one way to add stands out. */
export const AddToGroup = (props: ConditionPartProps & { place: number }) => {
  const { reader, form, owner, part, place } = props;
  const { t } = reader;
  if (earlierOf(props).length === 0) return null;
  return (
    <details class="add-to-group">
      <summary>{t('formSettings.addToGroup')}</summary>
      <form class="in-line" method="get" action={formHref(form, '/conditions/new')}>
        <HiddenFields fields={{ owner: owner.kind, id: owner.id, part, in: String(place) }} />
        <EarlierQuestion {...props} id={`${part}-field-${place}`} label={t('formSettings.addTest')} />
        <Button>{t('formSettings.continue')}</Button>
      </form>
    </details>
  );
};

const EarlierQuestion = (props: ConditionPartProps & { id: string; label: string }) => {
  const { reader, known, id, label } = props;
  return (
    <Select
      reader={reader}
      id={id}
      name="field"
      label={label}
      options={earlierOf(props).map((key) => ({ value: key, label: labelOf(known, key) }))}
      required
    />
  );
};

function earlierOf({ form, known, at }: ConditionPartProps): readonly string[] {
  return earlierFields(form, known, at);
}

/** What can be asked about there: asked before, known and in use. */
export function earlierFields(form: Form, known: KnownFields, at: number): readonly string[] {
  return questionsOf(form.definition)
    .slice(0, at)
    .map(({ question }) => question.field)
    .filter((key) => known.get(key)?.isRetired === false);
}
