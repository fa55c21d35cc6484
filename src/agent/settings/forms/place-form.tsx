import * as z from 'zod';
import type { FormDesk } from '#forms/builder/change-form.ts';
import { duplicateForm } from '#forms/builder/create-form.ts';
import { makeFormDefault, moveForm, moveGroup, restoreForm, retireForm } from '#forms/builder/place-form.ts';
import { formLimits } from '#forms/definition-shape.ts';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import type { Agent } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { shorten } from '#lib/text.ts';
import { formHref, formsHref, leaveFor, visitForm, visitForms } from './place.ts';

const move = z.strictObject({ what: z.enum(['form', 'group']), to: z.enum(['up', 'down']) });

/** POST …/place: one place up or down, the form or its whole group. */
export async function placeForm(c: AppContext): Promise<Response> {
  const read = await readForm(c, move);
  const seen = await visitForms(c);
  const form = seen.rows.forms.find(({ id }) => id === c.req.param('formId'));
  if (!form) throw notFound();
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { what, to } = read.value;
  await (what === 'form' ? moveForm : moveGroup)(deskOf(c, seen.actor), seen.rows.forms, form.id, to);
  return leaveFor(c, formsHref, 'moved');
}

const nothing = z.strictObject({});

/** POST …/retirement */
export async function retire(c: AppContext): Promise<Response> {
  await readForm(c, nothing);
  const { seen, form } = await visitForm(c);
  const isDone = await retireForm(deskOf(c, seen.actor), form.id);
  return leaveFor(c, formsHref, isDone ? 'retired' : 'gone');
}

/** POST …/restoration */
export async function restore(c: AppContext): Promise<Response> {
  await readForm(c, nothing);
  const { seen, form } = await visitForm(c);
  const isDone = await restoreForm(deskOf(c, seen.actor), form.id);
  return leaveFor(c, formsHref, isDone ? 'restored' : 'gone');
}

/** POST …/default */
export async function setDefault(c: AppContext): Promise<Response> {
  await readForm(c, nothing);
  const { seen, form } = await visitForm(c);
  const isDone = await makeFormDefault(deskOf(c, seen.actor), form.id);
  return leaveFor(c, formHref(form, '/details'), isDone ? 'default' : 'not-default');
}

const copy = z.strictObject({ id: z.string() });

/** POST …/copies */
export async function duplicate(c: AppContext): Promise<Response> {
  const read = await readForm(c, copy);
  const { seen, form, reader } = await visitForm(c);
  if (!read.ok || !isId('form', read.value.id)) throw new Problem('invalid', 'bad_form');
  const { id } = read.value;
  const name = reader.t('formSettings.copyOf', { name: shorten(form.name, formLimits.name - 20) });
  const { outcome } = await duplicateForm(deskOf(c, seen.actor), id, form, name);
  return outcome === 'done' ? leaveFor(c, formHref({ id }), 'copied') : leaveFor(c, formsHref, 'too-many');
}

function deskOf(c: AppContext, by: Agent): FormDesk {
  return { scope: c.get('scope'), by, origin: originOf(c) };
}
