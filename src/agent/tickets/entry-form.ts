import * as z from 'zod';
import { fileFields } from '#http/form-files.ts';
import { formKey } from '#http/form-key.ts';
import { cleanText, isLongerThan, longestMessage } from '#lib/text.ts';

/** What the assignee's control says for none: a required control cannot say an empty word. */
export const nobody = 'nobody';

export const afterReply = ['waiting', 'open', 'solved'] as const;

/** What the composer sends. `kind` alone decides who can read it. */
export const entryForm = z.strictObject({
  kind: z.enum(['reply', 'note']),
  body: z
    .string('required')
    .transform(cleanText)
    .refine((text) => text !== '', 'required')
    .refine((text) => !isLongerThan(text, longestMessage), 'too_long'),
  /** Category of the status that a reply leaves behind; a note ignores it. */
  status: z.enum(afterReply).default('waiting'),
  key: formKey,
  /** `seq` of the newest entry that the page showed. */
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  ...fileFields,
});

export type EntryInput = z.infer<typeof entryForm>;
