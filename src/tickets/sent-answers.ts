import * as z from 'zod';
import type { TenantScope } from '#db/scopes.ts';
import type { SentRow } from '#db/sent-with.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { type AnswerLine, answerLines, type SizesById } from '#forms/answer-lines.ts';
import type { Answers, PublishedForm } from '#forms/definition.ts';
import { answerShape, readPublished } from '#forms/definition-shape.ts';
import type { NamesById } from '#forms/value-words.ts';
import type { Translator } from '#i18n/translator.ts';
import type { Viewer } from './access-queries.ts';
import { deskSent, portalSent } from './answer-queries.ts';

/** What a request was sent with: the form as it was then, and the answers to it. */
export interface SentAnswers {
  readonly form: PublishedForm;
  readonly answers: Answers;
  /** Ids of fields that contacts may read now. */
  readonly readable: ReadonlySet<string>;
  readonly names: NamesById;
  /** Bytes of files, by id. */
  readonly sizes: SizesById;
}

type Words = Pick<Translator, 't' | 'locale'>;

/** Null for a request that no form was filled in for, and for one that the viewer may not see. */
export function loadSentAnswers(scope: TenantScope, viewer: Viewer, number: number): Statement<SentAnswers | null> {
  return mapped(portalSent(scope, viewer, number), (row) => row && readSent(row));
}

/** The same for agents. */
export function loadDeskAnswers(scope: TenantScope, number: number): Statement<SentAnswers | null> {
  return mapped(deskSent(scope, number), (row) => row && readSent(row));
}

/** What contacts may read of it now, whatever they could when it was sent. */
export function portalLines(reader: Words, sent: SentAnswers | null): readonly AnswerLine[] {
  if (!sent) return [];
  return answerLines(reader, sent, ({ id }) => sent.readable.has(id));
}

export function deskLines(reader: Words, sent: SentAnswers | null): readonly AnswerLine[] {
  return sent ? answerLines(reader, sent, () => true) : [];
}

const names = z.record(z.string(), z.string());
const nameAndSize = z.record(z.string(), z.tuple([z.string(), z.number()]));
const ids = z.array(z.string());
const answersShape = z.record(z.string(), answerShape);

/** Out of the database. */
export function readSent(row: SentRow): SentAnswers {
  const files = Object.entries(nameAndSize.parse(JSON.parse(row.files)));
  return {
    form: readPublished(row.definition),
    answers: answersShape.parse(JSON.parse(row.answers)),
    readable: new Set(ids.parse(JSON.parse(row.readable))),
    names: { ...names.parse(JSON.parse(row.people)), ...Object.fromEntries(files.map(([id, [name]]) => [id, name])) },
    sizes: Object.fromEntries(files.map(([id, [, size]]) => [id, size])),
  };
}
