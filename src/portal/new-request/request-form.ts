import * as z from 'zod';
import type { Fields } from '#http/fields.ts';
import type { Reader } from '#ui/reader.ts';
import { keyedFields } from '../forms/keyed-form.ts';
import { bodyRule, subjectRule, textFault, textOf } from '../forms/text-rule.ts';

export const requestForm = z.strictObject({
  ...keyedFields,
  subject: textOf(subjectRule),
  body: textOf(bodyRule),
  /** Absent where the form does not ask: then the tenant's default. */
  priority: z.string().max(64, 'choice').optional(),
  follow_up: z.string().max(10).optional(),
});

/** What to say beside each control. */
export interface RequestFaults {
  readonly subject?: string | undefined;
  readonly body?: string | undefined;
  readonly priority?: string | undefined;
}

export function requestFaults(reader: Reader, codes: Readonly<Record<string, string>>, fields: Fields): RequestFaults {
  return {
    subject: textFault(reader, subjectRule, codes['subject'], fields['subject'] ?? ''),
    body: textFault(reader, bodyRule, codes['body'], fields['body'] ?? ''),
    priority: codes['priority'] && reader.t('field.choice'),
  };
}
