import { portalAccesses } from '#db/schema/forms.ts';
import { cleanLine, cleanText, isLongerThan } from '#lib/text.ts';
import type { AnswerValue, Choice, FieldRules, FieldType, PortalAccess } from '../definition.ts';
import { type AnswerFault, readAnswer } from '../read-answer.ts';
import { typedOf } from '../typed-answer.ts';
import { type ChoicesFault, readChoices } from './choices.ts';
import type { Field } from './field.ts';
import { faultOfKey, type KeyFault, keyFor } from './field-key.ts';
import { type RuleFault, type RuleName, readRules, ruleControls } from './field-rules.ts';

/** What a field is to be, of what can be changed later. */
export interface FieldWish {
  readonly label: string;
  readonly help: string;
  readonly rules: FieldRules;
  readonly access: PortalAccess;
  readonly inList: boolean;
  readonly neededToSolve: boolean;
  readonly initial: AnswerValue | undefined;
}

/** The same with what stays. */
export interface NewField extends FieldWish {
  readonly key: string;
  readonly type: FieldType;
  readonly choices: readonly Choice[];
}

export type WishFault = 'missing' | 'too_long' | 'key_taken' | 'full' | KeyFault | ChoicesFault | RuleFault;

/** By the names of the controls; `initial` has the faults of answers. */
export interface WishFaults {
  readonly controls: Readonly<Record<string, WishFault>>;
  readonly initial: AnswerFault | null;
  /** Against which the default was read. */
  readonly rules: FieldRules;
}

const longestLabel = 100;
const longestHelp = 500;

type Typed = Readonly<Record<string, string>>;
type Reading<T> = { readonly ok: true; readonly wish: T } | { readonly ok: false; readonly faults: WishFaults };

/** A changed field out of its form. */
export function readChange(field: Field, typed: Typed, today: string): Reading<FieldWish> {
  return readWish(field.type, field.choices, typed, today);
}

/** A new field out of its form. `others`: the tenant's. */
export function readNew(
  type: FieldType,
  typed: Typed,
  others: readonly Field[],
  { today, now }: { readonly today: string; readonly now: number },
): Reading<NewField> {
  const hasChoices = type === 'select' || type === 'multi_select';
  const choices = hasChoices ? readChoices(typed['choices'] ?? '', now) : ({ ok: true, choices: [] } as const);
  const read = readWish(type, choices.ok ? choices.choices : [], typed, today);
  const keys = new Set(others.map(({ key }) => key));
  const key = (typed['key'] ?? '').trim();
  const keyFault = key === '' ? null : keys.has(key) ? 'key_taken' : faultOfKey(key);
  if (read.ok && choices.ok && keyFault === null) {
    return {
      ok: true,
      wish: { ...read.wish, type, choices: choices.choices, key: key || keyFor(read.wish.label, keys) },
    };
  }
  const controls: Readonly<Record<string, WishFault>> = {
    ...(read.ok ? {} : read.faults.controls),
    ...(keyFault && { key: keyFault }),
    ...(!choices.ok && { choices: choices.fault }),
  };
  return {
    ok: false,
    faults: read.ok ? { controls, initial: null, rules: read.wish.rules } : { ...read.faults, controls },
  };
}

function readWish(type: FieldType, choices: readonly Choice[], typed: Typed, today: string): Reading<FieldWish> {
  const label = cleanLine(typed['label'] ?? '');
  const help = cleanText(typed['help'] ?? '');
  const { rules, faults: ofRules } = readRules(type, typed);
  const access = portalAccesses.find((known) => known === typed['access']) ?? 'none';
  const shape = { id: '', key: 'initial', type, label, help, choices, rules, access };
  const initial = readAnswer(shape, typedOf(shape, typed), { today, people: [] });
  const controls = {
    ...faultOfLabel(label),
    ...(isLongerThan(help, longestHelp) && { help: 'too_long' as const }),
    ...byControl(ofRules),
  };
  if (Object.keys(controls).length > 0 || !initial.ok)
    return { ok: false, faults: { controls, initial: initial.ok ? null : initial.fault, rules } };
  const wish = { label, help, rules, access, initial: initial.value };
  return {
    ok: true,
    wish: {
      ...wish,
      inList: isTicked(typed, 'in_list') && mayBeInList(type),
      neededToSolve: isTicked(typed, 'needed_to_solve'),
    },
  };
}

/** A column holds a few words. */
export function mayBeInList(type: FieldType): boolean {
  return type !== 'long_text' && type !== 'file';
}

/** Whose default could only be one person's, or one upload: none. */
export function mayHaveInitial(type: FieldType): boolean {
  return type !== 'person' && type !== 'file';
}

function isTicked(typed: Typed, name: string): boolean {
  return (typed[name] ?? '') !== '';
}

function faultOfLabel(label: string): Readonly<Record<string, WishFault>> {
  if (label === '') return { label: 'missing' };
  return isLongerThan(label, longestLabel) ? { label: 'too_long' } : {};
}

function byControl(faults: { readonly [R in RuleName]?: RuleFault }): Readonly<Record<string, WishFault>> {
  const names = Object.keys(ruleControls).filter((name): name is RuleName => Object.hasOwn(faults, name));
  return Object.fromEntries(names.map((name) => [ruleControls[name], faults[name] ?? 'order']));
}
