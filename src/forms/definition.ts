/**
 * What forms are made of. Pure, without imports: the browser reads it too.
 * `definition-shape.ts` parses what comes from outside into these types.
 */

export type FieldType =
  | 'text'
  | 'long_text'
  | 'number'
  | 'decimal'
  | 'date'
  | 'select'
  | 'multi_select'
  | 'checkbox'
  | 'email'
  | 'url'
  | 'phone'
  | 'person'
  | 'file';

/** `read`: contacts see it; `write`: they change it too. Of `none` nothing ever leaves the server. */
export type PortalAccess = 'none' | 'read' | 'write';

export interface Choice {
  /** Stays when the label changes; values hold it. */
  readonly id: string;
  readonly label: string;
  /** Still shown where it was chosen, offered no more. */
  readonly retired?: boolean | undefined;
}

/** The patterns that a text may have to match; the list is ours, so that none can be slow. */
export type PatternName = 'letters' | 'digits' | 'letters_digits' | 'no_spaces' | 'hex' | 'uuid' | 'ip_address';

/** What a value must be like; each rule belongs to some types only. */
export interface FieldRules {
  /** Numbers. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Characters of texts. */
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: PatternName | undefined;
  /** Dates: YYYY-MM-DD, or the day on which it is asked. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  /** How many choices or files. */
  readonly minChosen?: number | undefined;
  readonly maxChosen?: number | undefined;
}

/**
 * One answer. `text long_text email url phone`: as cleaned. `date`: YYYY-MM-DD.
 * `select`: a choice's id. `person`: a contact's id. `number decimal`: a number.
 * `checkbox`: a boolean. `multi_select file`: ids, in order, never empty.
 */
export type AnswerValue = string | number | boolean | readonly string[];

/** By field key. What was not answered is absent. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** A field as a published version keeps it. */
export interface FieldShape {
  /** Empty for what every request has: subject, body, priority. */
  readonly id: string;
  readonly key: string;
  readonly type: FieldType;
  readonly label: string;
  readonly help: string;
  readonly choices: readonly Choice[];
  readonly rules: FieldRules;
  readonly access: PortalAccess;
}

/** `value` is absent for `is_empty` and `is_filled`; `one_of` has a list. */
export interface Test {
  /** Key of a field that is asked before. */
  readonly field: string;
  readonly op: TestOp;
  readonly value?: AnswerValue | undefined;
}

export type TestOp =
  | 'equals'
  | 'not'
  | 'one_of'
  | 'contains'
  | 'greater'
  | 'less'
  | 'before'
  | 'after'
  | 'is_empty'
  | 'is_filled';

export interface TestGroup {
  readonly match: 'all' | 'any';
  readonly tests: readonly Test[];
}

/** Groups nest one deep: a condition holds tests and groups of tests. */
export interface Condition {
  readonly match: 'all' | 'any';
  readonly tests: readonly (Test | TestGroup)[];
}

/** When a section or question is there. */
export interface Visibility {
  readonly effect: 'show' | 'hide';
  readonly when: Condition;
}

export interface Question {
  /** Key of its field; each field is asked at most once in a form. */
  readonly field: string;
  readonly required: boolean;
  /** Required too when this holds. */
  readonly requiredWhen?: Condition | undefined;
  readonly visibility?: Visibility | undefined;
  /** What it begins with on its first show; the field's own default where absent. */
  readonly initial?: AnswerValue | undefined;
  /** Never shown: `initial` is stored with the request. The only way in for fields that contacts may not read. */
  readonly hidden?: boolean | undefined;
}

export interface Section {
  readonly id: string;
  /** May be empty in a form of one section. */
  readonly title: string;
  readonly text: string;
  readonly visibility?: Visibility | undefined;
  /** All of its questions are required when this holds. */
  readonly requiredWhen?: Condition | undefined;
  readonly questions: readonly Question[];
}

/** What a request from this form begins with, beyond its answers. Ids; absent: the tenant's usual. */
export interface Outcome {
  readonly priority?: string | undefined;
  readonly team?: string | undefined;
  /** Names of tags. */
  readonly tags: readonly string[];
}

/** What admins edit. `subject` and `body` are asked once each, always and required; `priority` may be asked. */
export interface FormDefinition {
  /** Markdown, above the form and on the page after sending. */
  readonly intro: string;
  readonly success: string;
  readonly sections: readonly Section[];
  readonly outcome: Outcome;
}

/** A version that customers get: complete in itself. */
export interface PublishedForm extends FormDefinition {
  readonly name: string;
  readonly fields: readonly FieldShape[];
}

/** Who may use a form. Several kinds never mix: one list of one kind. */
export type Audience =
  | { readonly kind: 'all' }
  | { readonly kind: 'accounts'; readonly accounts: readonly string[] }
  | { readonly kind: 'tiers'; readonly tiers: readonly string[] }
  | { readonly kind: 'roles'; readonly roles: readonly ('admin' | 'member')[] };

/** A stored test case: "Topic = Billing asks Order number". */
export interface FormTest {
  readonly id: string;
  readonly name: string;
  readonly answers: Answers;
  /** Keys of fields that these answers must show, require, and must not show. */
  readonly asks: readonly string[];
  readonly requires: readonly string[];
  readonly hides: readonly string[];
}

/** What every request has. Their controls have these names too. */
const builtInKeys = ['subject', 'body', 'priority'] as const;

/** Names that a field's key may not have: other controls of our forms use them. */
export const reservedKeys: readonly string[] = [
  ...builtInKeys,
  'key',
  'workspace',
  'follow_up',
  'preview',
  'continue',
  'shown',
  'files',
  'upload_key',
  'drop_file',
  'tenant',
  'kind',
  'status',
  'seen',
  'q',
  'form',
  'requester',
  'from',
  'to',
  'sort',
  'view',
  'before',
  'opened',
  'participants',
  'tab',
  'all',
  'activity',
  'said',
];
