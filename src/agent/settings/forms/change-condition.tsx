import * as z from 'zod';
import type { ConditionChange, ConditionOwner, FormEdit } from '#forms/builder/form-edit.ts';
import type { ConditionPart } from '#forms/form-places.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { Problem } from '#lib/problem.ts';
import { type FormVisit, questionHref, sectionHref, visitForm } from './place.ts';
import { pressEdit } from './press-edit.ts';

const place = z.string().regex(/^\d{0,3}$/);

/** Which condition a form is about. */
export const conditionFields = {
  seq: z.string(),
  owner: z.enum(['section', 'question']),
  id: z.string().max(64),
  part: z.enum(['visibility', 'requiredWhen']),
} as const;

export interface ConditionPlace {
  readonly owner: 'section' | 'question';
  readonly id: string;
  readonly part: ConditionPart;
}

const rule = z.strictObject({
  ...conditionFields,
  in: place,
  match: z.enum(['all', 'any']),
  effect: z.enum(['show', 'hide']).optional(),
});

/** POST …/conditions/rule: what it does, and whether all of its tests must hold or any. */
export async function changeRule(c: AppContext): Promise<Response> {
  const read = await readForm(c, rule);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { seq, in: group, match, effect, ...of } = read.value;
  const change = { kind: 'rule', match, in: groupAt(group), ...(effect && { effect }) } as const;
  return pressEdit(c, visit, seq, conditionEdit(of, change), back(visit, of));
}

const removal = z.strictObject({ ...conditionFields, at: place, in: place });

/** POST …/conditions/removal: one test; with the last the condition goes. */
export async function removeTest(c: AppContext): Promise<Response> {
  const read = await readForm(c, removal);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { seq, at, in: group, ...of } = read.value;
  const change = { kind: 'remove', at: Number(at), in: groupAt(group) } as const;
  return pressEdit(c, visit, seq, conditionEdit(of, change), back(visit, of));
}

export function conditionEdit({ owner, id, part }: ConditionPlace, change: ConditionChange): FormEdit {
  const holder: ConditionOwner = { kind: owner, id };
  return { kind: 'condition', owner: holder, part, change };
}

/** The place of a group among a condition's tests; nothing: the condition itself. */
export function groupAt(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** Back to the condition on its page. */
export function conditionHref({ form }: Pick<FormVisit, 'form'>, { owner, id, part }: ConditionPlace): string {
  return `${owner === 'section' ? sectionHref(form, id) : questionHref(form, id)}#${part}`;
}

export function back(visit: FormVisit, of: ConditionPlace) {
  return { href: conditionHref(visit, of), said: 'saved' } as const;
}
