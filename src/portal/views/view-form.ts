import * as z from 'zod';
import { cleanLine } from '#lib/text.ts';
import { longestViewName } from '#tickets/views/view.ts';
import { textOf } from '../forms/text-rule.ts';
import { addressFields, longestQuery, readQuery } from '../requests/list-address.ts';

export const nameRule = { clean: cleanLine, max: longestViewName };

export const changeForm = z.strictObject({
  workspace: z.string().max(64),
  name: textOf(nameRule),
  /** Absent: for whom it was. */
  for: z.enum(['me', 'account']).optional(),
});

export const saveForm = z.strictObject({
  workspace: z.string().max(64),
  name: textOf(nameRule),
  for: z.enum(['me', 'account']).default('me'),
  query: z.string().max(longestQuery).default('').transform(canonical),
});

/** What the list would write of it, from its first page. */
export function canonical(query: string): string {
  return new URLSearchParams(addressFields({ ...readQuery(query), asker: null, before: null })).toString();
}

/** The address of a view. */
export const hrefOf = (query: string) => (query === '' ? '/' : `/?${query}`);
