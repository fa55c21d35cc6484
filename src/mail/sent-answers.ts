import type { Translator } from '#i18n/translator.ts';

/** What a request was sent with, as the database holds it: JSON each. */
export interface SentRow {
  readonly definition: string;
  readonly answers: string;
  /** Ids of the fields that contacts may read now. */
  readonly readable: string;
  /** Names of people and files, by id. */
  readonly people: string;
  readonly files: string;
}

/** Says the answers to a form; who knows forms gives it to the courier. */
export type AnswersInWords = (
  sent: SentRow,
  words: Translator,
  audience: 'agent' | 'contact',
) => readonly (readonly [label: string, value: string])[];
