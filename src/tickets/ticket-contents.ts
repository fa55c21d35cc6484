import { attachTo } from '#attachments/attach-to.ts';
import { noFiles } from '#attachments/draft-files.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import type { AskedForm } from '#forms/asked-form.ts';
import { answerOf, isEmpty } from '#forms/branching.ts';
import type { Answers } from '#forms/definition.ts';
import { tagName } from '#lib/tag-name.ts';
import { insertAnswers } from './answer-queries.ts';
import type { OpenInput } from './open-input.ts';
import type { NewTicket } from './open-ticket-queries.ts';
import { makeTags, tagTicket } from './tag-queries.ts';
import { insertValues } from './value-queries.ts';

interface Opened {
  readonly ticket: NewTicket;
  readonly messageId: string;
}

/** What a request brings beyond its first message: answers, values of fields, tags of its form, files. */
export function contentsOf(
  scope: TenantScope,
  form: AskedForm,
  opened: Opened,
  input: OpenInput,
): readonly Statement<number>[] {
  return [...answersOf(scope, form, opened.ticket, input), ...filesOf(scope, form, opened, input)];
}

/** The answers to fields of those that were asked, as they are kept: JSON in the order of the form's fields. */
export function answersAsAsked(form: AskedForm, { answers = {}, shown = [] }: AnswersOfInput): string {
  const seen = answered(form, answers).filter(({ field }) => shown.includes(field.key));
  return JSON.stringify(Object.fromEntries(seen.map(({ field, value }) => [field.key, value])));
}

type AnswersOfInput = Pick<OpenInput, 'answers' | 'shown'>;

function answered(form: AskedForm, answers: Answers) {
  return form.fields.flatMap((field) => {
    const value = answerOf(answers, field.key);
    return value === undefined || isEmpty(value) ? [] : [{ field, value }];
  });
}

/** The answers as they were asked, the values of fields, and the tags that the form gives. */
function answersOf(scope: TenantScope, form: AskedForm, ticket: NewTicket, input: OpenInput) {
  const { id: ticketId, accountId, formId, formVersion: version } = ticket;
  const answers = answersAsAsked(form, input);
  const tags = form.outcome.tags.map(tagName).filter((name) => name !== '');
  return [
    ...(answers === '{}' ? [] : [insertAnswers(scope, { ticketId, formId, version, answers })]),
    ...insertValues(scope, ticketId, accountId, answered(form, input.answers ?? {})),
    ...(tags.length > 0 ? [makeTags(scope, tags), tagTicket(scope, ticketId, tags)] : []),
  ];
}

/** Files of the message, and of the form's file fields. */
function filesOf(
  scope: TenantScope,
  form: AskedForm,
  { ticket, messageId }: Opened,
  { uploaded = noFiles, files = [], answers = {} }: OpenInput,
) {
  const { id: ticketId, requesterId } = ticket;
  const choice = (ids: readonly string[]) => ({
    owner: { kind: 'contact', id: requesterId } as const,
    draft: uploaded.draft,
    ids,
  });
  const ofFields = form.fields.flatMap((field) => {
    const ids = field.type === 'file' ? answerOf(answers, field.key) : undefined;
    return typeof ids === 'object' ? attachTo(scope, { place: 'field', placeId: field.id, ticketId }, choice(ids)) : [];
  });
  return [...attachTo(scope, { place: 'message', placeId: messageId, ticketId }, choice(files)), ...ofFields];
}
