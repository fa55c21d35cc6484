import type { FormDefinition } from './definition.ts';
import { conditionsOf, type FormPlace, fieldsOf } from './form-places.ts';

/** Where conditions ask about these fields: each section or question once, in the form's order. */
export function dependentsOf(form: Pick<FormDefinition, 'sections'>, keys: readonly string[]): readonly FormPlace[] {
  const places = conditionsOf(form)
    .filter(({ condition }) => fieldsOf(condition).some((key) => keys.includes(key)))
    .map(({ place: { section, question } }) => ({
      ...(section !== undefined && { section }),
      ...(question !== undefined && { question }),
    }));
  return [...new Map(places.map((place) => [`${place.section} ${place.question}`, place])).values()];
}
