import type { AnswerValue, Outcome, Test } from '../definition.ts';
import type { ConditionPart } from '../form-places.ts';

/** One step of an admin's work on a draft. */
export type FormEdit =
  | { readonly kind: 'texts'; readonly intro: string; readonly success: string; readonly outcome: Outcome }
  | { readonly kind: 'add_section'; readonly id: string; readonly title: string }
  | { readonly kind: 'section'; readonly id: string; readonly title: string; readonly text: string }
  | { readonly kind: 'remove_section'; readonly id: string }
  | { readonly kind: 'move_section'; readonly id: string; readonly to: number }
  | { readonly kind: 'add_question'; readonly section: string; readonly field: string; readonly hidden: boolean }
  | QuestionEdit
  | { readonly kind: 'remove_question'; readonly field: string }
  /** `to`: its place in that section, counted without itself. */
  | { readonly kind: 'move_question'; readonly field: string; readonly section: string; readonly to: number }
  | {
      readonly kind: 'condition';
      readonly owner: ConditionOwner;
      readonly part: ConditionPart;
      readonly change: ConditionChange;
    };

export interface QuestionEdit {
  readonly kind: 'question';
  readonly field: string;
  readonly required: boolean;
  readonly hidden: boolean;
  readonly initial: AnswerValue | undefined;
}

export type ConditionOwner =
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'question'; readonly id: string };

/** `in`: the place of a group among the condition's tests; null: the condition itself. */
export type ConditionChange =
  | { readonly kind: 'add'; readonly test: Test; readonly in: number | 'new' | null }
  | { readonly kind: 'replace'; readonly test: Test; readonly at: number; readonly in: number | null }
  | { readonly kind: 'remove'; readonly at: number; readonly in: number | null }
  /** `effect` only of a visibility, and only of the condition itself. */
  | {
      readonly kind: 'rule';
      readonly match: 'all' | 'any';
      readonly effect?: 'show' | 'hide' | undefined;
      readonly in: number | null;
    };

/** `gone`: what it is about is not in the draft (any more). `too_large`: all its words together. */
export type EditFault = 'gone' | 'too_many' | 'too_large' | 'asked_already' | 'always_asked';
