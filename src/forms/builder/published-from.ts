import type { FieldShape, FormDefinition, PublishedForm, Question } from '../definition.ts';
import { publishedShape } from '../definition-shape.ts';
import { questionsOf } from '../form-places.ts';
import type { KnownField, KnownFields } from '../known-field.ts';

/**
 * A definition as customers would get it now: complete in itself, with the
 * fields as they are today and the values that its questions begin with.
 */
export function publishedFrom(name: string, form: FormDefinition, fields: KnownFields): PublishedForm {
  const shapes = questionsOf(form).flatMap(({ question }) => {
    const field = fields.get(question.field);
    return field && field.id !== '' ? [shapeOf(field)] : [];
  });
  const sections = form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => withInitial(question, fields)),
  }));
  // Parsed, so that it is the same to the letter as what comes out of the database.
  return publishedShape.parse({ ...form, name, sections, fields: shapes });
}

function withInitial(question: Question, fields: KnownFields): Question {
  const initial = question.initial ?? fields.get(question.field)?.initial;
  return initial === undefined ? question : { ...question, initial };
}

function shapeOf({ id, key, type, label, help, choices, rules, access }: KnownField): FieldShape {
  return { id, key, type, label, help, choices, rules, access };
}
