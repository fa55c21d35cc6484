import type { SentFiles } from '#attachments/draft-files.ts';
import type { Answers } from '#forms/definition.ts';

/** What a new request says. */
export interface OpenInput {
  readonly key: string;
  /** One line, cleaned, not empty. */
  readonly subject: string;
  /** Markdown, cleaned, not empty. */
  readonly body: string;
  /** One of the tenant's, or null for the form's own or the tenant's default. */
  readonly priorityId: string | null;
  /** What the form's other questions were answered with, hidden ones too, as `checkAnswers` gives it. */
  readonly answers?: Answers;
  /** Keys of those that the person has seen. */
  readonly shown?: readonly string[];
  /** Ids of the message's files; those of fields stand in the answers. */
  readonly files?: readonly string[];
  /** All files that the form names. */
  readonly uploaded?: SentFiles;
}
