import type { FormWork } from '#forms/builder/change-form.ts';
import { type CheckedForm, checkForm } from '#forms/builder/check-form.ts';
import type { Form } from '#forms/builder/form.ts';
import { listForms, loadForm } from '#forms/builder/list-forms.ts';
import type { KnownFields } from '#forms/known-field.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { visitAsAgent } from '#http/visit.ts';
import { dayAt } from '#lib/days.ts';
import { notFound } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import type { Reader } from '#ui/reader.ts';

export const formsHref = '/settings/forms';

export function formHref({ id }: Pick<Form, 'id'>, rest = ''): string {
  return `${formsHref}/${id}${rest}`;
}

/** Where a question is set up: by its field's key. */
export function questionHref(form: Pick<Form, 'id'>, key: string, rest = ''): string {
  return formHref(form, `/questions/${encodeURIComponent(key)}${rest}`);
}

export function sectionHref(form: Pick<Form, 'id'>, id: string, rest = ''): string {
  return formHref(form, `/sections/${encodeURIComponent(id)}${rest}`);
}

/** Who manages the tenant, with all of its forms. */
export async function visitForms(c: AppContext) {
  const seen = await visitAsAgent(c, (scope, claim) => ({ ...loadDeskFrame(scope, claim), forms: listForms(scope) }));
  mustManage(seen.actor);
  return seen;
}

/** The same with the one form that the address names, and what it may ask and name. */
export async function visitForm(c: AppContext) {
  const id = c.req.param('formId') ?? '';
  const seen = await visitAsAgent(c, (scope, claim) => ({ ...loadDeskFrame(scope, claim), ...loadForm(scope, id) }));
  mustManage(seen.actor);
  const { form } = seen.rows;
  if (!form) throw notFound();
  const { reader } = (await agentLook(c, seen.actor)).frame;
  const scope = c.get('scope');
  const { t } = reader;
  const labels = { subject: t('newRequest.subject'), body: t('newRequest.body'), priority: t('newRequest.priority') };
  const today = dayAt(scope.now, scope.tenant.zone);
  const checked: CheckedForm = checkForm(form, seen.rows, today, labels);
  return { seen, form, checked, reader, today };
}

export type FormVisit = Awaited<ReturnType<typeof visitForm>>;

/** A change onto the form whose `seq` the page has shown. */
export function workOf(c: AppContext, { seen, form }: FormVisit, seq: string | undefined): FormWork {
  return { scope: c.get('scope'), by: seen.actor, origin: originOf(c), form, seen: seqOf(seq) };
}

/** No form of ours has the number -1. */
function seqOf(text: string | undefined): number {
  return /^\d{1,12}$/.test(text ?? '') ? Number(text) : -1;
}

/** What a field is called; its key where it is gone. */
export function labelOf(known: KnownFields, key: string): string {
  return known.get(key)?.label ?? key;
}

/** A section without a title goes by its place. */
export function titleOf({ t }: Reader, form: Pick<Form, 'definition'>, id: string): string {
  const at = form.definition.sections.findIndex((section) => section.id === id);
  const title = form.definition.sections[at]?.title ?? '';
  return title || t('formSettings.sectionNumber', { number: at + 1 });
}

const said = [
  'added',
  'saved',
  'removed',
  'moved',
  'copied',
  'retired',
  'restored',
  'default',
  'not-default',
  'published',
  'unchanged',
  'refused',
  'discarded',
  'stale',
  'gone',
  'too-many',
  'too-large',
  'taken',
  'always',
] as const;

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
