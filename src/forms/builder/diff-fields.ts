import type { Choice, FieldShape } from '../definition.ts';
import { ruleControls } from '../fields/field-rules.ts';
import type { FieldChange } from './form-change.ts';
import { movedAmong } from './moved-among.ts';

/** What is another in the fields that both versions ask: their words, choices, rules and who may read them. */
export function diffFields(from: readonly FieldShape[], to: readonly FieldShape[]): readonly FieldChange[] {
  const before = new Map(from.map((field) => [field.key, field] as const));
  return to.flatMap((field) => {
    const old = before.get(field.key);
    return old ? diffField(old, field) : [];
  });
}

function diffField(from: FieldShape, to: FieldShape): readonly FieldChange[] {
  const field = to.key;
  return [
    ...(['label', 'help'] as const)
      .filter((part) => from[part] !== to[part])
      .map((part) => ({ kind: `field_${part}`, field, from: from[part], to: to[part] }) as const),
    ...(from.access === to.access ? [] : [{ kind: 'field_access', field, from: from.access, to: to.access } as const]),
    ...choices(field, from.choices, to.choices),
    ...ruleNames
      .filter((rule) => from.rules[rule] !== to.rules[rule])
      .map((rule) => ({ kind: 'field_rule', field, rule, from: from.rules[rule], to: to.rules[rule] }) as const),
  ];
}

const ruleNames = Object.keys(ruleControls).filter((name): name is keyof typeof ruleControls => name in ruleControls);

/** Of what is offered: a retired choice is as good as gone. */
function choices(field: string, from: readonly Choice[], to: readonly Choice[]): readonly FieldChange[] {
  const [old, now] = [offered(from), offered(to)];
  const before = new Map(old.map(({ id, label }) => [id, label] as const));
  const left = new Set(now.map(({ id }) => id));
  const moved = movedAmong([...before.keys()], [...left]);
  return [
    ...old
      .filter(({ id }) => !left.has(id))
      .map(({ label }) => ({ kind: 'field_choice_removed', field, choice: label }) as const),
    ...now.flatMap(({ id, label }): readonly FieldChange[] => {
      const earlier = before.get(id);
      if (earlier === undefined) return [{ kind: 'field_choice_added', field, choice: label }];
      return earlier === label ? [] : [{ kind: 'field_choice_renamed', field, from: earlier, to: label }];
    }),
    ...(moved.size > 0 ? [{ kind: 'field_choices_moved', field } as const] : []),
  ];
}

function offered(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(({ retired }) => !retired);
}
