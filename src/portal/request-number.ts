import type { AppContext } from '#http/context.ts';
import { notFound } from '#lib/problem.ts';

const shape = /^[1-9]\d{0,9}$/;

/** The number in `/requests/:number`, or `not_found` for anything that is not written like one. */
export function requestNumberOf(c: AppContext): number {
  return numberIn(c.req.param('number')) ?? badNumber();
}

/** A number as our links write it; null for all else. */
export function numberIn(text: string | undefined): number | null {
  return text !== undefined && shape.test(text) ? Number(text) : null;
}

function badNumber(): never {
  throw notFound();
}
