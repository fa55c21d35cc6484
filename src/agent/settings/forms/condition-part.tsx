import type { Form } from '#forms/builder/form.ts';
import type { ConditionOwner } from '#forms/builder/form-edit.ts';
import type { Condition, Test, TestGroup, Visibility } from '#forms/definition.ts';
import { type ConditionPart as Part, questionsOf } from '#forms/form-places.ts';
import type { KnownFields } from '#forms/known-field.ts';
import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Part as PagePart } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { Term, TestWords } from './condition-words.tsx';
import { IconPress } from './icon-press.tsx';
import { formHref, labelOf } from './place.ts';

interface ConditionPartProps {
  reader: Reader;
  form: Form;
  known: KnownFields;
  owner: ConditionOwner;
  /** What the section or question is called. */
  name: string;
  /** Only what is asked before it can be asked about. */
  at: number;
  part: Part;
  condition: Condition | undefined;
  /** Where the part is about being there at all. */
  visibility?: Visibility | undefined;
}

/** One condition as a sentence to work on: what it does, its tests, and the way to more of them. */
export const ConditionPart = (props: ConditionPartProps) => {
  const { reader, part, owner, condition } = props;
  const { t } = reader;
  return (
    <PagePart id={part} title={t(`formSettings.part.${part}`)}>
      {condition ? (
        <>
          <RuleForm {...props} condition={condition} />
          <TestList {...props} condition={condition} />
        </>
      ) : (
        <p>{t(`formSettings.none.${part}.${owner.kind}`)}</p>
      )}
      <AddTest {...props} into="" label={t(condition ? 'formSettings.addTest' : 'formSettings.addCondition')} />
      {condition && <AddTest {...props} into="new" label={t('formSettings.addGroup')} />}
    </PagePart>
  );
};

type WithCondition = ConditionPartProps & { condition: Condition };

function hidden({ form, owner, part }: ConditionPartProps): Readonly<Record<string, string>> {
  return { seq: String(form.seq), owner: owner.kind, id: owner.id, part };
}

/** *Show* Order number when *all* of these hold. */
const RuleForm = (props: WithCondition) => {
  const { reader, form, part, name, condition, visibility } = props;
  const { t } = reader;
  const effects = (['show', 'hide'] as const).map((value) => ({ value, label: t(`formSettings.effect.${value}`) }));
  return (
    <form class="rule-form" method="post" action={formHref(form, '/conditions/rule')}>
      <HiddenFields fields={{ ...hidden(props), in: '' }} />
      {part === 'visibility' ? (
        <Select
          reader={reader}
          id={`${part}-effect`}
          name="effect"
          label={t('formSettings.effect')}
          options={effects}
          value={visibility?.effect}
          hiddenLabel
          required
        />
      ) : (
        <span>{t('formSettings.effect.require')}</span>
      )}
      <span>{reader.rich('formSettings.whenWhat', { what: <Term>{name}</Term> })}</span>
      <MatchSelect {...{ reader, part }} id={`${part}-match`} match={condition.match} />
      <span>{t('formSettings.ofThese')}</span>
      <Button>{t('formSettings.apply')}</Button>
    </form>
  );
};

const MatchSelect = ({ reader, id, match }: { reader: Reader; id: string; match: Condition['match'] }) => (
  <Select
    reader={reader}
    id={id}
    name="match"
    label={reader.t('formSettings.match')}
    options={(['all', 'any'] as const).map((value) => ({ value, label: reader.t(`formSettings.match.${value}`) }))}
    value={match}
    hiddenLabel
    required
  />
);

const TestList = (props: WithCondition) => (
  <ul class="tests">
    {props.condition.tests.map((test, i) =>
      'tests' in test ? <GroupItem {...props} group={test} at={i} /> : <TestItem {...props} test={test} place={i} />,
    )}
  </ul>
);

const TestItem = (props: WithCondition & { test: Test; place: number; within?: number }) => {
  const { reader, form, known, test, place, within } = props;
  const fields = { ...hidden(props), at: String(place), in: within === undefined ? '' : String(within) };
  const label = reader.t('formSettings.removeTest', { field: labelOf(known, test.field) });
  return (
    <li class="test">
      <span>
        <TestWords {...{ reader, known, test }} />
      </span>
      <IconPress action={formHref(form, '/conditions/removal')} fields={fields} icon="cross" label={label} />
    </li>
  );
};

const GroupItem = (props: WithCondition & { group: TestGroup; at: number }) => {
  const { reader, form, part, group, at: place } = props;
  const { t } = reader;
  return (
    <li class="test-group">
      <form class="rule-form" method="post" action={formHref(form, '/conditions/rule')}>
        <HiddenFields fields={{ ...hidden(props), in: String(place) }} />
        <MatchSelect {...{ reader, part }} id={`${part}-match-${place}`} match={group.match} />
        <span>{t('formSettings.ofThese')}</span>
        <Button>{t('formSettings.apply')}</Button>
      </form>
      <ul class="tests">
        {group.tests.map((test, i) => (
          <TestItem {...props} test={test} place={i} within={place} />
        ))}
      </ul>
      <AddTest {...props} into={String(place)} label={t('formSettings.addToGroup')} />
    </li>
  );
};

/** Which earlier field it asks about; how is asked on the next page, for it depends on the field. */
const AddTest = (props: ConditionPartProps & { into: string; label: string }) => {
  const { reader, form, known, owner, part, at, into, label } = props;
  const { t } = reader;
  const earlier = earlierFields(form, known, at);
  if (earlier.length === 0) return into === '' ? <p class="hint">{t('formSettings.nothingEarlier')}</p> : null;
  const id = `${part}-field-${into || 'top'}`;
  return (
    <form class="in-line" method="get" action={formHref(form, '/conditions/new')}>
      <HiddenFields fields={{ owner: owner.kind, id: owner.id, part, in: into }} />
      <Select
        reader={reader}
        id={id}
        name="field"
        label={label}
        options={earlier.map((key) => ({ value: key, label: labelOf(known, key) }))}
        required
      />
      <Button>{t('formSettings.continue')}</Button>
    </form>
  );
};

/** What can be asked about there: asked before, known and in use. */
export function earlierFields(form: Form, known: KnownFields, at: number): readonly string[] {
  return questionsOf(form.definition)
    .slice(0, at)
    .map(({ question }) => question.field)
    .filter((key) => known.get(key)?.isRetired === false);
}
