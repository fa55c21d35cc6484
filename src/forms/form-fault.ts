import type { FormPlace } from './form-places.ts';

/** Why a form cannot be published. */
export type FormFaultCode =
  // What every form has.
  | 'subject_missing'
  | 'body_missing'
  | 'always_asked'
  // Questions.
  | 'asked_twice'
  | 'unknown_field'
  | 'retired_field'
  | 'unreadable_field'
  | 'initial_misfit'
  | 'hidden_empty'
  | 'unreachable_required'
  // Conditions.
  | 'empty_condition'
  | 'not_asked'
  | 'later_field'
  | 'cycle'
  | 'operator_misfit'
  | 'value_misfit'
  // Sections, and the form itself.
  | 'section_empty'
  | 'title_missing'
  | 'too_many_questions'
  | 'priority_gone'
  | 'team_gone';

export interface FormFault {
  readonly code: FormFaultCode;
  readonly place: FormPlace;
  /** Keys of the fields that it is about. */
  readonly fields: readonly string[];
}
