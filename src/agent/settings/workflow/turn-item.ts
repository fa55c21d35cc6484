import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { Problem } from '#lib/problem.ts';
import { makeDefault, move, restore, retire } from '#tickets/workflow/change-item.ts';
import type { Kind } from '#tickets/workflow/item.ts';
import { leaveFor, visitItem } from './place.ts';

type Handler = (c: AppContext) => Promise<Response>;

const nothing = z.strictObject({});
const placeForm = z.strictObject({ to: z.enum(['up', 'down']) });

/** POST …/place */
export function placeOne(kind: Kind): Handler {
  return async (c) => {
    const read = await readForm(c, placeForm);
    const { seen, change } = await visitItem(c, kind);
    if (!read.ok) throw new Problem('invalid', 'unknown_choice');
    await move(change, seen.rows.items, read.value.to);
    return leaveFor(c, kind, 'moved');
  };
}

/** POST …/retirement */
export function retireOne(kind: Kind): Handler {
  return async (c) => {
    await readForm(c, nothing);
    const { change } = await visitItem(c, kind);
    const { outcome } = await retire(change);
    return leaveFor(c, kind, outcome === 'needed' ? 'needed' : 'retired');
  };
}

/** POST …/restoration */
export function restoreOne(kind: Kind): Handler {
  return async (c) => {
    await readForm(c, nothing);
    const { change } = await visitItem(c, kind);
    await restore(change);
    return leaveFor(c, kind, 'restored');
  };
}

/** POST …/default: of priorities alone. */
export async function useByDefault(c: AppContext): Promise<Response> {
  await readForm(c, nothing);
  const { change } = await visitItem(c, 'priority');
  await makeDefault(change);
  return leaveFor(c, 'priority', 'usual');
}
