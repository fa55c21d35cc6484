import type { AnswerValue, Condition, FieldRules, PortalAccess, Visibility } from '../definition.ts';

/** One difference between two versions of a form. Questions are named by their field's key. */
export type FormChange =
  | { readonly kind: 'name' | 'intro' | 'success'; readonly from: string; readonly to: string }
  /** Ids; empty for none. */
  | { readonly kind: 'outcome_priority' | 'outcome_team'; readonly from: string; readonly to: string }
  | { readonly kind: 'outcome_tags'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'section_added' | 'section_removed' | 'section_moved'; readonly title: string }
  | {
      readonly kind: 'section_title' | 'section_text';
      readonly title: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'question_added' | 'question_removed' | 'question_moved';
      readonly field: string;
      readonly section: string;
    }
  | { readonly kind: 'required' | 'hidden'; readonly field: string; readonly to: boolean }
  | {
      readonly kind: 'initial';
      readonly field: string;
      readonly from: AnswerValue | undefined;
      readonly to: AnswerValue | undefined;
    }
  | {
      readonly kind: 'visibility';
      readonly of: ChangedPart;
      readonly from: Visibility | undefined;
      readonly to: Visibility | undefined;
    }
  | {
      readonly kind: 'required_when';
      readonly of: ChangedPart;
      readonly from: Condition | undefined;
      readonly to: Condition | undefined;
    }
  | FieldChange;

/** The field itself is another than when the form was published. */
export type FieldChange =
  | { readonly kind: 'field_label' | 'field_help'; readonly field: string; readonly from: string; readonly to: string }
  | { readonly kind: 'field_access'; readonly field: string; readonly from: PortalAccess; readonly to: PortalAccess }
  | {
      readonly kind: 'field_choice_added' | 'field_choice_removed';
      readonly field: string;
      readonly choice: string;
    }
  | { readonly kind: 'field_choice_renamed'; readonly field: string; readonly from: string; readonly to: string }
  | { readonly kind: 'field_choices_moved'; readonly field: string }
  | {
      readonly kind: 'field_rule';
      readonly field: string;
      readonly rule: keyof FieldRules;
      readonly from: string | number | undefined;
      readonly to: string | number | undefined;
    };

/** A section by its title, or a question. */
export type ChangedPart = { readonly section: string } | { readonly question: string };
