import type { FieldShape, FieldType, FormDefinition, Question } from '#forms/definition.ts';
import { type KnownField, type KnownFields, knownFields } from '#forms/known-field.ts';

/** A field of a form that no database knows. */
export function sampleField(key: string, type: FieldType, change: Partial<KnownField> = {}): KnownField {
  const shape: FieldShape = {
    id: `fld_${key}`,
    key,
    type,
    label: key,
    help: '',
    choices: [],
    rules: {},
    access: 'write',
  };
  return { ...shape, isRetired: false, initial: undefined, ...change };
}

export function sampleChoices(...ids: readonly string[]) {
  return { choices: ids.map((id) => ({ id, label: id })) };
}

export function sampleFields(...fields: readonly KnownField[]): KnownFields {
  return knownFields(fields, [{ id: 'pri_1', label: 'Normal' }]);
}

/** A form of one section, which asks for subject and description first. */
export function sampleForm(...questions: readonly (Partial<Question> & { readonly field: string })[]): FormDefinition {
  return {
    intro: '',
    success: '',
    outcome: { tags: [] },
    sections: [
      {
        id: 'one',
        title: '',
        text: '',
        questions: [
          { field: 'subject', required: true },
          { field: 'body', required: true },
          ...questions.map((question) => ({ required: false, ...question })),
        ],
      },
    ],
  };
}
