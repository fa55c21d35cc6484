import type { FormDefinition } from './definition.ts';
import { dependsOn, questionsOf } from './form-places.ts';

/**
 * Which fields wait for which: `waitsFor(a, b)` is true where `a` is shown or
 * required depending on `b`, itself or by way of others.
 */
export function dependencies(form: Pick<FormDefinition, 'sections'>): {
  readonly waitsFor: (field: string, on: string) => boolean;
  readonly ancestorsOf: (field: string) => ReadonlySet<string>;
} {
  const direct = new Map<string, readonly string[]>();
  for (const placed of questionsOf(form)) {
    const { field } = placed.question;
    direct.set(field, [...(direct.get(field) ?? []), ...dependsOn(placed)]);
  }
  const found = new Map<string, ReadonlySet<string>>();
  const ancestorsOf = (field: string) => {
    const known = found.get(field);
    if (known) return known;
    const ancestors = new Set<string>();
    const open = [...(direct.get(field) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (ancestors.has(next)) continue;
      ancestors.add(next);
      open.push(...(direct.get(next) ?? []));
    }
    found.set(field, ancestors);
    return ancestors;
  };
  return { ancestorsOf, waitsFor: (field, on) => ancestorsOf(field).has(on) };
}
