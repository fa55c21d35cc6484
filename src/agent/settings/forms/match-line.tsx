import type { Condition } from '#forms/definition.ts';
import { type ConditionPartProps, conditionFieldsOf } from './condition-props.ts';
import { formHref } from './place.ts';
import { PressOne } from './press-one.tsx';

interface MatchLineProps extends ConditionPartProps {
  of: Pick<Condition, 'match'>;
  /** The place of a group; empty: the condition itself. */
  into: string;
  more?: Readonly<Record<string, string>>;
}

/** *all* or *any* of what follows. */
export const MatchLine = (props: MatchLineProps) => {
  const { reader, form, of, into, more = {} } = props;
  const { t } = reader;
  return (
    <>
      <PressOne
        action={formHref(form, '/conditions/rule')}
        fields={{ ...conditionFieldsOf(props), ...more, in: into }}
        name="match"
        label={t('formSettings.match')}
        options={(['all', 'any'] as const).map((value) => ({ value, label: t(`formSettings.match.${value}`) }))}
        value={of.match}
      />
      <span>{t('formSettings.ofThese')}</span>
    </>
  );
};
