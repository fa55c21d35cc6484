import * as z from 'zod';
import { fieldTypes, portalAccesses } from '#db/schema/forms.ts';
import { longestTag, mostTags } from '#lib/tag-name.ts';
import type {
  AnswerValue,
  Audience,
  Condition,
  FieldShape,
  FormDefinition,
  FormTest,
  PublishedForm,
  Test,
} from './definition.ts';

/** How much a form may hold; what is over it is refused when it is written. */
export const formLimits = {
  sections: 30,
  /** Of the whole form. */
  questions: 100,
  /** Of one condition, and of one group in it. */
  tests: 20,
  /** Characters. */
  name: 100,
  title: 200,
  text: 10_000,
  /** Stored test cases. */
  cases: 50,
  /** Characters of a definition, or of all its test cases, as they are stored. */
  stored: 500_000,
} as const;

const key = z.string().min(1).max(64);
const words = (max: number) => z.string().max(max);

/** One answer. What it may be by its field's type says `read-answer.ts`. */
export const answerShape: z.ZodType<AnswerValue> = z.union([
  z.string().max(100_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(200),
]);

const answers = z.record(key, answerShape);

const testOp = z.enum([
  'equals',
  'not',
  'one_of',
  'contains',
  'greater',
  'less',
  'before',
  'after',
  'is_empty',
  'is_filled',
]);

const testShape: z.ZodType<Test> = z.object({ field: key, op: testOp, value: answerShape.optional() });

const match = z.enum(['all', 'any']);
const tests = <T>(of: z.ZodType<T>) => z.array(of).max(formLimits.tests);
const groupShape = z.object({ match, tests: tests(testShape) });

/** Groups nest one deep: a condition holds tests and groups of tests. */
const conditionShape: z.ZodType<Condition> = z.object({
  match,
  tests: tests(z.union([groupShape, testShape])),
});

const visibility = z.object({ effect: z.enum(['show', 'hide']), when: conditionShape });

const question = z.object({
  field: key,
  required: z.boolean(),
  requiredWhen: conditionShape.optional(),
  visibility: visibility.optional(),
  initial: answerShape.optional(),
  hidden: z.boolean().optional(),
});

const section = z.object({
  id: key,
  title: words(formLimits.title),
  text: words(formLimits.text),
  visibility: visibility.optional(),
  requiredWhen: conditionShape.optional(),
  questions: z.array(question).max(formLimits.questions),
});

const definition = z.object({
  intro: words(formLimits.text),
  success: words(formLimits.text),
  sections: z.array(section).max(formLimits.sections),
  outcome: z.object({
    priority: key.optional(),
    team: key.optional(),
    tags: z.array(words(longestTag)).max(mostTags),
  }),
});

/** What admins edit. */
export const definitionShape: z.ZodType<FormDefinition> = definition;

const count = z.number().int().min(0);
const rules = z.object({
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: count.optional(),
  maxLength: count.optional(),
  pattern: z.enum(['letters', 'digits', 'letters_digits', 'no_spaces', 'hex', 'uuid', 'ip_address']).optional(),
  earliest: words(20).optional(),
  latest: words(20).optional(),
  minChosen: count.optional(),
  maxChosen: count.optional(),
});

/** A field as a published version keeps it. */
export const fieldShape: z.ZodType<FieldShape> = z.object({
  id: words(64),
  key,
  type: z.enum(fieldTypes),
  label: z.string(),
  help: z.string(),
  choices: z.array(z.object({ id: key, label: z.string(), retired: z.boolean().optional() })),
  rules,
  access: z.enum(portalAccesses),
});

/** A version that customers get. */
export const publishedShape: z.ZodType<PublishedForm> = definition.extend({
  name: z.string(),
  fields: z.array(fieldShape),
});

const ids = z.array(key).max(200);

/** Who may use a form. */
const audienceShape: z.ZodType<Audience> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('accounts'), accounts: ids }),
  z.object({ kind: z.literal('tiers'), tiers: ids }),
  z.object({ kind: z.literal('roles'), roles: z.array(z.enum(['admin', 'member'])).max(2) }),
]);

const cases: z.ZodType<readonly FormTest[]> = z
  .array(
    z.object({
      id: key,
      name: words(formLimits.title),
      answers,
      asks: z.array(key),
      requires: z.array(key),
      hides: z.array(key),
    }),
  )
  .max(formLimits.cases);

/** A draft out of the database. Throws where it is none: only we have written it. */
export function readDefinition(json: string): FormDefinition {
  return definitionShape.parse(JSON.parse(json));
}

/** A published version out of the database. */
export function readPublished(json: string): PublishedForm {
  return publishedShape.parse(JSON.parse(json));
}

/** Of what cannot be read nobody is meant. */
export function readAudience(json: string): Audience {
  const read = audienceShape.safeParse(JSON.parse(json));
  return read.success ? read.data : { kind: 'accounts', accounts: [] };
}

/** The stored test cases of a form. */
export function readTests(json: string): readonly FormTest[] {
  return cases.parse(JSON.parse(json));
}
