import type { Test, TestGroup } from '#forms/definition.ts';
import { IconLink, IconPress } from '../../icon-press.tsx';
import { AddToGroup } from './add-test.tsx';
import { conditionFieldsOf, type WithCondition } from './condition-props.ts';
import { TestWords } from './condition-words.tsx';
import { MatchLine } from './match-line.tsx';
import { formHref, labelOf } from './place.ts';

/** The tests of a condition, a line each; a group stands further in. */
export const ConditionTests = (props: WithCondition) => (
  <ul class="tests">
    {props.condition.tests.map((test, i) =>
      'tests' in test ? <GroupItem {...props} group={test} place={i} /> : <TestItem {...props} test={test} place={i} />,
    )}
  </ul>
);

const TestItem = (props: WithCondition & { test: Test; place: number; within?: number }) => {
  const { reader, form, known, owner, part, test, place, within } = props;
  const { t } = reader;
  const group = within === undefined ? '' : String(within);
  const field = labelOf(known, test.field);
  const edit = new URLSearchParams({
    ...{ owner: owner.kind, id: owner.id, part, in: group, field: test.field },
    place: String(place),
  });
  return (
    <li class="test">
      <span class="test-words">
        <TestWords {...{ reader, known, test }} />
      </span>
      <span class="presses">
        {known.get(test.field)?.isRetired === false && (
          <IconLink
            href={formHref(form, `/conditions/new?${edit}`)}
            icon="pencil"
            label={t('formSettings.editTest', { field })}
          />
        )}
        <IconPress
          action={formHref(form, '/conditions/removal')}
          fields={{ ...conditionFieldsOf(props), at: String(place), in: group }}
          icon="cross"
          label={t('formSettings.removeTest', { field })}
        />
      </span>
    </li>
  );
};

const GroupItem = (props: WithCondition & { group: TestGroup; place: number }) => {
  const { group, place } = props;
  return (
    <li class="test-group">
      <div class="rule-line">
        <MatchLine {...props} of={group} into={String(place)} />
      </div>
      <ul class="tests">
        {group.tests.map((test, i) => (
          <TestItem {...props} test={test} place={i} within={place} />
        ))}
      </ul>
      <AddToGroup {...props} />
    </li>
  );
};
