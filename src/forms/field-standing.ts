import * as z from 'zod';
import type { KnownField } from './known-field.ts';

/** How a field stands today, whatever it was when a form was published. */
export interface FieldStanding {
  readonly id: string;
  /** Contacts may read it. */
  readonly isReadable: boolean;
  readonly isRetired: boolean;
  /** Ids of its choices that are offered no more. */
  readonly retiredChoices: readonly string[];
}

/** By the field's id. */
export type FieldStandings = ReadonlyMap<string, FieldStanding>;

const flag = z.literal([0, 1]).transform((value) => value === 1);
/** Out of the database: how the fields of a version stand. */
export const standingsShape = z
  .array(z.object({ id: z.string(), isReadable: flag, isRetired: flag, retiredChoices: z.array(z.string()) }))
  .transform(byId);

/** The same of fields that were loaded. */
export function standingsOf(fields: Iterable<KnownField>): FieldStandings {
  return byId(
    [...fields].map(({ id, access, isRetired, choices }) => ({
      id,
      isReadable: access !== 'none',
      isRetired,
      retiredChoices: choices.flatMap((choice) => (choice.retired ? [choice.id] : [])),
    })),
  );
}

function byId(list: readonly FieldStanding[]): FieldStandings {
  return new Map(list.map((standing) => [standing.id, standing]));
}
