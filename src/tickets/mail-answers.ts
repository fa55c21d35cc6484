import { shorten } from '#lib/text.ts';
import type { AnswersInWords } from '#mail/sent-answers.ts';
import { deskLines, portalLines, readSent } from './sent-answers.ts';

/** A mail is for reading at once: the page has the whole. */
const longestAnswer = 500;

/** The answers that a mail about a new request brings along; contacts' mail has what they may read. */
export const answersForMail: AnswersInWords = (row, words, audience) => {
  const sent = readSent(row);
  const lines = audience === 'agent' ? deskLines(words, sent) : portalLines(words, sent);
  return lines.map(({ label, words: said }) => [label, shorten(said, longestAnswer)] as const);
};
