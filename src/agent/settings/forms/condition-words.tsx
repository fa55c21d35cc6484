import type { Child } from 'hono/jsx';
import type { Condition, Test, TestGroup, TestOp } from '#forms/definition.ts';
import type { KnownField, KnownFields } from '#forms/known-field.ts';
import { valueWords } from '#forms/value-words.ts';
import type { Reader } from '#ui/reader.ts';
import { labelOf } from './place.ts';

export interface WordsProps {
  reader: Reader;
  known: KnownFields;
}

/** *Topic* is *Billing* and (*Seats* is more than *5* or *Urgent* is ticked) */
export const ConditionWords = ({ reader, known, condition }: WordsProps & { condition: Condition }) => (
  <>
    {condition.tests.map((test, i) => (
      <>
        {i > 0 && ` ${reader.t(`formSettings.join.${condition.match}`)} `}
        {'tests' in test ? (
          <GroupWords {...{ reader, known }} group={test} />
        ) : (
          <TestWords {...{ reader, known, test }} />
        )}
      </>
    ))}
  </>
);

const GroupWords = ({ reader, known, group }: WordsProps & { group: TestGroup }) => (
  <>
    {group.tests.length > 1 && '('}
    <ConditionWords {...{ reader, known }} condition={group} />
    {group.tests.length > 1 && ')'}
  </>
);

/** *Topic* is *Billing* */
export const TestWords = ({ reader, known, test }: WordsProps & { test: Test }) => {
  const field = known.get(test.field);
  const value = field ? wordsOf(reader, field, test) : '';
  return (
    <>
      {reader.rich(sentenceOf(field, test), {
        field: <Term>{labelOf(known, test.field)}</Term>,
        value: <Term>{value || '…'}</Term>,
      })}
    </>
  );
};

/** A name in a sentence; it may run in another direction than the sentence does. */
export const Term = ({ children }: { children: Child }) => (
  <b class="term">
    <bdi>{children}</bdi>
  </b>
);

/** The same of words that may be none. */
export function term(words: string): Child {
  return <Term>{words || '–'}</Term>;
}

/** How a field of this type is asked about, in words for lists of choices. */
export function operatorWords({ t }: Reader, field: Pick<KnownField, 'type'>, op: TestOp): string {
  if (op === 'contains' && field.type === 'multi_select') return t('formSettings.op.includes');
  if (op === 'one_of' && field.type === 'multi_select') return t('formSettings.op.includes_one');
  if (op === 'equals' && field.type === 'multi_select') return t('formSettings.op.exactly');
  return t(`formSettings.op.${op}`);
}

function sentenceOf(field: KnownField | undefined, { op, value }: Test) {
  if (field?.type === 'checkbox' && op === 'equals')
    return value === false ? 'formSettings.test.unticked' : 'formSettings.test.ticked';
  if (field?.type === 'multi_select' && (op === 'contains' || op === 'one_of' || op === 'equals')) {
    return `formSettings.test.several.${op}` as const;
  }
  return `formSettings.test.${op}` as const;
}

/** Values of texts as they were written, all others in the field's words. */
function wordsOf(reader: Reader, field: KnownField, { value }: Test): string {
  const list = field.type === 'select' && typeof value === 'object' ? value : [value];
  return list.map((one) => valueWords(reader, field, one)).join(', ');
}
