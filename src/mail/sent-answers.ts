import type { SentRow } from '#db/sent-with.ts';
import type { Translator } from '#i18n/translator.ts';

/** Says the answers to a form; who knows forms gives it to the courier. */
export type AnswersInWords = (
  sent: SentRow,
  words: Translator,
  audience: 'agent' | 'contact',
) => readonly (readonly [label: string, value: string])[];
