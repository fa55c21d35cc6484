import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { Problem } from '#lib/problem.ts';
import { formHref, visitForm } from './place.ts';
import { pressEdit } from './press-edit.ts';

const seq = z.string();
const place = z.string().regex(/^\d{1,3}$/);

const added = z.strictObject({ seq, section: z.string(), field: z.string() });

/** POST …/questions: a field that the form asks from now on, at the end of a section. */
export async function addQuestion(c: AppContext): Promise<Response> {
  const read = await readForm(c, added);
  const visit = await visitForm(c);
  const known = read.ok ? visit.checked.known.get(read.value.field) : undefined;
  if (!read.ok || !known || known.isRetired) throw new Problem('invalid', 'unknown_choice');
  const { section, field } = read.value;
  // What contacts may not read can only come along unseen.
  const edit = { kind: 'add_question', section, field, hidden: known.access === 'none' } as const;
  const href = `${formHref(visit.form)}#question-${field}`;
  return pressEdit(c, visit, read.value.seq, edit, { href, said: 'saved' });
}

const moved = z.strictObject({ seq, section: z.string(), to: place });

/** POST …/questions/:question/place: by its buttons, or dropped by hand. */
export async function placeQuestion(c: AppContext): Promise<Response> {
  const read = await readForm(c, moved);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const field = c.req.param('question') ?? '';
  const edit = { kind: 'move_question', field, section: read.value.section, to: Number(read.value.to) } as const;
  const href = `${formHref(visit.form)}#question-${field}`;
  return pressEdit(c, visit, read.value.seq, edit, { href, said: 'moved' });
}

const pressed = z.strictObject({ seq });

/** POST …/questions/:question/removal: the form asks it no more; the field stays. */
export async function removeQuestion(c: AppContext): Promise<Response> {
  const read = await readForm(c, pressed);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const edit = { kind: 'remove_question', field: c.req.param('question') ?? '' } as const;
  return pressEdit(c, visit, read.value.seq, edit, { href: formHref(visit.form), said: 'removed' });
}

const sectionMoved = z.strictObject({ seq, to: place });

/** POST …/sections/:section/place */
export async function placeSection(c: AppContext): Promise<Response> {
  const read = await readForm(c, sectionMoved);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const id = c.req.param('section') ?? '';
  const edit = { kind: 'move_section', id, to: Number(read.value.to) } as const;
  return pressEdit(c, visit, read.value.seq, edit, { href: `${formHref(visit.form)}#section-${id}`, said: 'moved' });
}

/** POST …/sections/:section/removal: with the questions in it; their fields stay. */
export async function removeSection(c: AppContext): Promise<Response> {
  const read = await readForm(c, pressed);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const edit = { kind: 'remove_section', id: c.req.param('section') ?? '' } as const;
  return pressEdit(c, visit, read.value.seq, edit, { href: formHref(visit.form), said: 'removed' });
}
