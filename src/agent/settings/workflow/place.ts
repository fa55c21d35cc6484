import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { visitAsAgent } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import type { ItemChange } from '#tickets/workflow/change-item.ts';
import type { Kind } from '#tickets/workflow/item.ts';
import { listItems } from '#tickets/workflow/list-items.ts';
import { sectionHref } from '../sections.ts';

export const sectionOf = { status: 'statuses', priority: 'priorities', team: 'teams' } as const;

export function kindHref(kind: Kind): string {
  return sectionHref(sectionOf[kind]);
}

export function itemHref(kind: Kind, { id }: { readonly id: string }): string {
  return `${kindHref(kind)}/${id}`;
}

/** Who manages the tenant, with all items of a kind. */
export async function visitItems(c: AppContext, kind: Kind) {
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    items: listItems(scope, kind),
  }));
  mustManage(seen.actor);
  return seen;
}

/** The same with the one that the address names. */
export async function visitItem(c: AppContext, kind: Kind) {
  const seen = await visitItems(c, kind);
  const item = seen.rows.items.find(({ id }) => id === c.req.param(kind));
  if (!item) throw notFound();
  const change: ItemChange = { scope: c.get('scope'), by: seen.actor, kind, item, origin: originOf(c) };
  return { seen, item, change };
}

const said = ['added', 'saved', 'moved', 'retired', 'restored', 'usual', 'needed'] as const;

/** What a form just did, as the page after it says. */
export type Said = (typeof said)[number];

export function saidOf(c: AppContext): Said | null {
  const word = c.req.query('said');
  return said.find((known) => known === word) ?? null;
}

export function leaveFor(c: AppContext, kind: Kind, word: Said): Response {
  return c.redirect(`${kindHref(kind)}?said=${word}`, 303);
}
