import type { ticketAnswers, ticketFieldValues } from '#db/schema/answers.ts';
import type { AnswerValue } from '#forms/definition.ts';
import { keysOf } from '#forms/value-keys.ts';
import { type Cast, find } from './cast.ts';
import type { DemoPaper } from './paper.ts';
import type { TicketRows } from './rows.ts';
import type { WrittenPaper } from './write-paper.ts';

type Row<T extends { readonly $inferSelect: object }> = Omit<T['$inferSelect'], 'tenantId'>;

/** What was answered on one request: the form it came by, and its rows. */
export interface AnswerRows {
  readonly formId: string;
  readonly answers: Row<typeof ticketAnswers>;
  readonly values: readonly Row<typeof ticketFieldValues>[];
}

/** Null for a request that came by the usual form, which asks nothing of its own. */
export function answerRows(
  { subject, id, accountId }: TicketRows['ticket'],
  paper: DemoPaper,
  written: WrittenPaper,
  cast: Cast,
): AnswerRows | null {
  const given = paper.answers[subject];
  if (!given) return null;
  const formId = find(written.forms, given.form);
  const answers = Object.entries(given.answers).map(([key, value]) => {
    const field = find(written.fields, key);
    return { key, field, value: field.type === 'person' ? find(cast.contacts, String(value)).id : value };
  });
  return {
    formId,
    answers: {
      ticketId: id,
      formId,
      version: 1,
      answers: JSON.stringify(Object.fromEntries(answers.map(({ key, value }) => [key, value]))),
    },
    values: answers.flatMap(({ field, value }) =>
      keysOf(field.type, value).map((key, ordinal) => ({
        ticketId: id,
        fieldId: field.id,
        ordinal,
        accountId,
        value: JSON.stringify(oneOf(value, ordinal)),
        ...key,
      })),
    ),
  };
}

function oneOf(value: AnswerValue, ordinal: number): AnswerValue | undefined {
  return typeof value === 'object' ? value[ordinal] : value;
}
