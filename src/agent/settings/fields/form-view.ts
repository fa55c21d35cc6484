import * as z from 'zod';
import type { Choice, FieldRules } from '#forms/definition.ts';
import { faultWords } from '#forms/fault-words.ts';
import type { Field } from '#forms/fields/field.ts';
import { type RuleName, ruleControls } from '#forms/fields/field-rules.ts';
import type { WishFaults } from '#forms/fields/field-wish.ts';
import { typedOf } from '#forms/typed-answer.ts';
import type { Fields } from '#http/fields.ts';
import { typedOfValue } from '#ui/field-control.tsx';
import type { Reader } from '#ui/reader.ts';

/** What stands in the form of a field. */
export interface FieldFormView {
  readonly isNew: boolean;
  readonly typed: Fields;
  readonly initial: readonly string[];
  readonly errors: Readonly<Record<string, string | undefined>>;
  /** Those that a default may name. */
  readonly choices: readonly Choice[];
}

const text = z.string().optional();

/** All controls that a field's form may have; which of them count, its type says. */
export const fieldForm = {
  ...Object.fromEntries(Object.values(ruleControls).map((name) => [name, text])),
  label: text,
  help: text,
  initial: text,
  access: text,
  in_list: text,
  needed_to_solve: text,
};

/** A default of several choices comes several times. */
export const formOptions = { repeats: (name: string) => name === 'initial' };

export function viewOfField(field: Field): FieldFormView {
  return {
    isNew: false,
    choices: field.choices,
    errors: {},
    initial: typedOfValue(field.initial),
    typed: {
      ...typedRules(field.rules),
      label: field.label,
      help: field.help,
      access: field.access,
      in_list: field.inList ? 'on' : '',
      needed_to_solve: field.neededToSolve ? 'on' : '',
    },
  };
}

function typedRules(rules: FieldRules): Fields {
  const names = Object.keys(ruleControls).filter((name): name is RuleName => Object.hasOwn(ruleControls, name));
  return Object.fromEntries(names.map((name) => [ruleControls[name], typedOfRule(rules[name])]));
}

function typedOfRule(rule: string | number | undefined): string {
  return typedOfValue(rule)[0] ?? '';
}

/** The form again, as it was typed, with what is wrong. */
export function viewAgain(
  reader: Reader,
  field: Pick<Field, 'type' | 'choices'> & { readonly isNew: boolean },
  typed: Fields,
  { controls, initial, rules }: WishFaults,
): FieldFormView {
  const words = Object.entries(controls).map(([name, fault]) => [name, reader.t(`fieldSettings.fault.${fault}`)]);
  return {
    isNew: field.isNew,
    choices: field.choices,
    typed,
    initial: typedOf({ key: 'initial' }, typed),
    errors: {
      ...Object.fromEntries(words),
      ...(initial && { initial: faultWords(reader, { type: field.type, rules }, initial) }),
    },
  };
}

/** What the summary says, in the order of the page. */
export function summaryOf({ errors }: FieldFormView) {
  const order = ['label', 'key', 'help', 'choices', ...Object.values(ruleControls), 'initial'];
  return order.flatMap((field) => {
    const message = errors[field];
    return message ? [{ field, message }] : [];
  });
}
