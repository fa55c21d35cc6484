import type { FieldChange } from '#forms/fields/change-field.ts';
import { countUses, findField, loadUse } from '#forms/fields/find-field.ts';
import { listFields } from '#forms/fields/list-fields.ts';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';

export const fieldsHref = '/settings/fields';

export function fieldHref({ id }: { readonly id: string }): string {
  return `${fieldsHref}/${id}`;
}

/** Who manages the tenant, with all of its fields. */
export async function visitFields(c: AppContext) {
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    fields: listFields(scope),
    uses: countUses(scope),
  }));
  mustManage(seen.actor);
  return seen;
}

/** The same with the one field that the address names, and where it is used. */
export async function visitField(c: AppContext) {
  const id = c.req.param('field') ?? '';
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadUse(scope, id),
    field: findField(scope, id),
  }));
  mustManage(seen.actor);
  const { field } = seen.rows;
  if (!field) throw notFound();
  const change: FieldChange = { scope: c.get('scope'), by: seen.actor, field, origin: originOf(c) };
  return { seen, field, change };
}

const said = ['added', 'saved', 'moved', 'retired', 'restored', 'deleted', 'used', 'stale'] as const;

/** What a form just did, as the page after it says. */
export type Said = (typeof said)[number];

export function saidOf(c: AppContext): Said | null {
  const word = c.req.query('said');
  return said.find((known) => known === word) ?? null;
}

export function leaveFor(c: AppContext, href: string, word: Said): Response {
  const [path, fragment] = href.split('#');
  return c.redirect(`${path}?said=${word}${fragment ? `#${fragment}` : ''}`, 303);
}
