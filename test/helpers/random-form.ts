import fc from 'fast-check';
import type {
  AnswerValue,
  Condition,
  FieldShape,
  FieldType,
  Question,
  Section,
  Test,
  TestGroup,
  TestOp,
} from '#forms/definition.ts';

/** A form with what somebody has typed into its controls. */
export interface RandomForm {
  readonly sections: readonly Section[];
  readonly shapes: ReadonlyMap<string, FieldShape>;
  readonly typed: Readonly<Record<string, readonly string[]>>;
}

const types = [
  'text',
  'long_text',
  'number',
  'decimal',
  'date',
  'select',
  'multi_select',
  'checkbox',
  'email',
] as const;
const ops: readonly TestOp[] = [
  ...(['equals', 'not', 'one_of', 'contains', 'greater', 'less'] as const),
  ...(['before', 'after', 'is_empty', 'is_filled'] as const),
];
const choiceIds = ['a', 'b', 'c'];
const choices = choiceIds.map((id) => ({ id, label: id }));
const words = fc.constantFrom('', 'a', 'A', 'é', 'é', 'b c', '7', '7,5', '-3', '2026-02-03', ' a ', '1.000');

const anyValue = (type: FieldType): fc.Arbitrary<AnswerValue> => {
  switch (type) {
    case 'number':
      return fc.integer({ min: -9, max: 9 });
    case 'decimal':
      return fc.constantFrom(-1.5, 0, 7.5, 12);
    case 'date':
      return fc.constantFrom('2026-02-03', '2026-03-01', '1999-12-31');
    case 'select':
      return fc.constantFrom(...choiceIds);
    case 'multi_select':
      return fc.subarray(choiceIds, { minLength: 1 });
    case 'checkbox':
      return fc.boolean();
    default:
      return fc.constantFrom('a', 'A', 'é', 'b c', '7');
  }
};

const typedFor = (type: FieldType): fc.Arbitrary<readonly string[]> => {
  if (type === 'multi_select') return fc.subarray([...choiceIds, 'gone']);
  if (type === 'checkbox') return fc.constantFrom([], ['yes'], ['on'], ['else']);
  return fc.oneof(
    words.map((word) => [word]),
    anyValue(type).map((value) => [String(value)]),
    fc.string().map((text) => [text]),
  );
};

const testOf = (field: string, type: FieldType): fc.Arbitrary<Test> =>
  fc.constantFrom(...ops).chain((op): fc.Arbitrary<Test> => {
    if (op === 'is_empty' || op === 'is_filled') return fc.constant({ field, op });
    const value: fc.Arbitrary<AnswerValue> =
      op === 'one_of'
        ? fc.array(fc.constantFrom(...choiceIds, '7'), { maxLength: 3 })
        : fc.oneof(anyValue(type), words);
    return value.map((given) => ({ field, op, value: given }));
  });

interface Asked {
  readonly key: string;
  readonly type: FieldType;
}

/** Of what is asked before; nothing there: a condition without tests. */
const conditionOn = (earlier: readonly Asked[]): fc.Arbitrary<Condition> => {
  const match = fc.constantFrom('all', 'any');
  if (earlier.length === 0) return match.map((how) => ({ match: how, tests: [] }));
  const one = fc.constantFrom(...earlier).chain(({ key, type }) => testOf(key, type));
  const group = fc.record({ match, tests: fc.array(one, { maxLength: 3 }) }) satisfies fc.Arbitrary<TestGroup>;
  return fc.record({ match, tests: fc.array(fc.oneof({ weight: 3, arbitrary: one }, group), { maxLength: 3 }) });
};

const rulesOn = (earlier: readonly Asked[]) =>
  fc.record({
    visibility: fc.option(
      fc.record({ effect: fc.constantFrom('show' as const, 'hide' as const), when: conditionOn(earlier) }),
      { nil: undefined },
    ),
    requiredWhen: fc.option(conditionOn(earlier), { nil: undefined, freq: 2 }),
  });

const questionOn = ({ key, type }: Asked, earlier: readonly Asked[]): fc.Arbitrary<Question> =>
  fc
    .record({
      rules: rulesOn(earlier),
      required: fc.boolean(),
      initial: fc.option(anyValue(type), { nil: undefined }),
      hidden: fc.boolean(),
    })
    .map(({ rules, required, initial, hidden }) => ({
      field: key,
      required,
      ...rules,
      // Not every one: most are asked.
      ...(hidden && key.endsWith('3') ? { hidden, initial: type === 'text' ? 'zebra' : initial } : { initial }),
    }));

/** Three sections of three questions; each may depend on all that are asked before. */
export const anyForm: fc.Arbitrary<RandomForm> = fc
  .array(fc.constantFrom(...types), { minLength: 9, maxLength: 9 })
  .chain((chosen) => {
    const asked = chosen.map((type, at): Asked => ({ key: `k${at + 1}`, type }));
    const sections = [0, 3, 6].map((from) =>
      fc.record({
        rules: rulesOn(asked.slice(0, from)),
        questions: fc.tuple(
          ...[0, 1, 2].map((at) => {
            const one = asked[from + at] ?? { key: 'none', type: 'text' as const };
            return questionOn(one, asked.slice(0, from + at));
          }),
        ),
      }),
    );
    const typed = Object.fromEntries(asked.map(({ key, type }) => [key, typedFor(type)]));
    return fc.record({ sections: fc.tuple(...sections), typed: fc.record(typed) }).map((made) => ({
      typed: made.typed,
      sections: made.sections.map(({ rules, questions }, at) => ({
        ...{ id: `s${at}`, title: 'secretless', text: '' },
        ...rules,
        questions,
      })),
      shapes: new Map(asked.map(({ key, type }) => [key, shapeOf(key, type)])),
    }));
  });

function shapeOf(key: string, type: FieldType): FieldShape {
  const rules = type === 'text' ? ({ pattern: 'digits' } as const) : {};
  return { id: `fld_${key}`, key, type, label: key, help: '', choices, rules, access: 'write' };
}
