import { ask } from './branching.ts';
import { keysToAsk } from './check-answers.ts';
import type { AnswerValue, FormDefinition } from './definition.ts';
import type { FormShapes } from './form-shapes.ts';
import { type AnswerContext, type AnswerFault, readAnswer } from './read-answer.ts';
import { foldedKey } from './value-keys.ts';

export interface Prefilled {
  /** As if it had been typed, by key. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly faults: Readonly<Record<string, AnswerFault>>;
}

/**
 * What the address of a form fills in: `?topic=Billing&order=A-17`. Choices and
 * people go by their names too. Checked like what is typed; what the form does
 * not ask somebody with these answers is left out.
 */
export function prefill(
  form: Pick<FormDefinition, 'sections'>,
  shapes: FormShapes,
  query: Readonly<Record<string, readonly string[]>>,
  context: Omit<AnswerContext, 'current' | 'people'> & { readonly people: readonly Named[] },
): Prefilled {
  const typed: Record<string, readonly string[]> = {};
  const faults: Record<string, AnswerFault> = {};
  const given: Record<string, AnswerValue> = {};
  for (const key of keysToAsk(form)) {
    const shape = shapes.get(key);
    const sent = Object.hasOwn(query, key) ? (query[key] ?? []).slice(0, mostValues) : [];
    // Nobody's file can be named by an address.
    if (!shape || shape.type === 'file' || sent.every((text) => text === '')) continue;
    const named =
      shape.type === 'person' ? context.people : shape.choices.map(({ id, label }) => ({ id, name: label }));
    typed[key] = named.length > 0 ? sent.map((text) => idOf(named, text)) : sent;
    const read = readAnswer(shape, typed[key], context);
    if (!read.ok) faults[key] = read.fault;
    else if (read.value !== undefined) given[key] = read.value;
  }
  const { shown } = ask(form, given);
  return { typed: only(typed, shown), faults: only(faults, shown) };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const mostValues = 50;

function idOf(named: readonly Named[], text: string): string {
  if (named.some(({ id }) => id === text)) return text;
  const wanted = foldedKey(text);
  return named.find(({ name }) => foldedKey(name) === wanted)?.id ?? text;
}

function only<T>(values: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
}
