import type { Form } from '#forms/builder/form.ts';
import type { FormFault } from '#forms/form-fault.ts';
import type { KnownFields } from '#forms/known-field.ts';
import type { Reader } from '#ui/reader.ts';
import { formHref, labelOf, questionHref, sectionHref, titleOf } from './place.ts';

/** What is wrong, and the page on which it is put right. */
export function faultLine(
  reader: Reader,
  form: Form,
  known: KnownFields,
  { code, place, fields }: FormFault,
): { readonly text: string; readonly href: string } {
  const [field = ''] = fields;
  const where = whereOf(reader, form, known, place);
  const text = reader.t(`formSettings.fault.${code}`, { where, field: labelOf(known, field) });
  return { text, href: hrefOf(form, { code, place, fields }) };
}

function whereOf(reader: Reader, form: Form, known: KnownFields, place: FormFault['place']): string {
  if (place.question !== undefined) return labelOf(known, place.question);
  if (place.section !== undefined) return titleOf(reader, form, place.section);
  return form.name;
}

function hrefOf(form: Form, { code, place }: FormFault): string {
  const part = place.part === undefined ? '' : `#${place.part}`;
  // Such a question has no page of its own: it is taken out, or its field brought back, on the form's.
  if (code === 'asked_twice' || code === 'unknown_field') return `${formHref(form)}#question-${place.question ?? ''}`;
  if (place.question !== undefined) return `${questionHref(form, place.question)}${part}`;
  if (place.section !== undefined) return `${sectionHref(form, place.section)}${part}`;
  return code === 'priority_gone' || code === 'team_gone' ? formHref(form, '/texts') : `${formHref(form)}#add`;
}
