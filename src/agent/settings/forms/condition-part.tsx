import { Part } from '#ui/part.tsx';
import { AddTest } from './add-test.tsx';
import { type ConditionPartProps, conditionFieldsOf, type WithCondition } from './condition-props.ts';
import { ConditionTests } from './condition-tests.tsx';
import { Term } from './condition-words.tsx';
import { MatchLine } from './match-line.tsx';
import { formHref } from './place.ts';
import { PressOne } from './press-one.tsx';

/** One condition as a sentence to work on: what it does, its tests a line each, and the way to more of them. */
export const ConditionPart = (props: ConditionPartProps) => {
  const { reader, part, owner, condition } = props;
  return (
    <Part id={part} title={reader.t(`formSettings.part.${part}`)}>
      {condition ? (
        <div class="condition">
          <RuleLine {...props} condition={condition} />
          <ConditionTests {...props} condition={condition} />
        </div>
      ) : (
        <p>{reader.t(`formSettings.none.${part}.${owner.kind}`)}</p>
      )}
      <AddTest {...props} />
    </Part>
  );
};

/** *Show* Order number when *all* of these hold. One test alone needs no all or any. */
const RuleLine = (props: WithCondition) => {
  const { reader, form, part, name, condition, visibility } = props;
  const { t, rich } = reader;
  const effect = visibility?.effect ?? 'show';
  const action = formHref(form, '/conditions/rule');
  return (
    <div class="rule-line">
      {part === 'visibility' ? (
        <PressOne
          action={action}
          fields={{ ...conditionFieldsOf(props), in: '', match: condition.match }}
          name="effect"
          label={t('formSettings.effect')}
          options={(['show', 'hide'] as const).map((value) => ({ value, label: t(`formSettings.effect.${value}`) }))}
          value={effect}
        />
      ) : (
        <span>{t('formSettings.effect.require')}</span>
      )}
      <span>{rich('formSettings.whenWhat', { what: <Term>{name}</Term> })}</span>
      {condition.tests.length > 1 && (
        <MatchLine {...props} of={condition} into="" more={part === 'visibility' ? { effect } : {}} />
      )}
    </div>
  );
};
