import * as z from 'zod';
import type { SqlValue } from '#db/statement.ts';
import type { AnswerValue, FieldShape } from '../definition.ts';
import { answerShape, fieldShape } from '../definition-shape.ts';

/** A tenant's field as it is now. */
export interface Field extends FieldShape {
  readonly position: number;
  /** A column of the portal's list. */
  readonly inList: boolean;
  /** Agents fill it in before they solve. */
  readonly neededToSolve: boolean;
  readonly isRetired: boolean;
  /** What a new answer begins with. */
  readonly initial: AnswerValue | undefined;
}

/** The columns that `fieldOf` reads, of `fields f`. */
export const fieldColumns = `f.id as id, f.key as fieldKey, f.type as type, f.label as label, f.help as help,
  f.choices as choices, f.rules as rules, f.default_value as initial, f.portal_access as access, f.position as position,
  f.in_list as inList, f.needed_to_solve as neededToSolve, f.retired_at as retiredAt`;

const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);

/** A field out of the database. Throws where it is none: only we have written it. */
export function fieldOf(row: Readonly<Record<string, SqlValue>>): Field {
  const json = (column: string): unknown => JSON.parse(String(row[column]));
  const { id, fieldKey: key, type, label, help, access } = row;
  return {
    ...fieldShape.parse({ id, key, type, label, help, access, choices: json('choices'), rules: json('rules') }),
    position: Number(row['position']),
    inList: flag.parse(row['inList']),
    neededToSolve: flag.parse(row['neededToSolve']),
    isRetired: row['retiredAt'] !== null,
    initial: row['initial'] === null ? undefined : answerShape.parse(json('initial')),
  };
}
