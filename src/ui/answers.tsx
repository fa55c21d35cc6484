import { sizeWords } from './file-view.ts';
import type { Reader } from './reader.ts';

interface AnsweredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** What was answered to a form, beneath what was written. */
export interface AnswerView {
  readonly label: string;
  readonly words: string;
  /** Files to be fetched, in place of the words. */
  readonly files?: readonly AnsweredFile[];
  /** The details on the same page say the same. */
  readonly isStanding?: boolean;
}

interface AnswersProps {
  reader: Reader;
  answers: readonly AnswerView[];
  filesPath: string;
}

/** The answers as they were sent; folded away for as long as the details say the same. Nothing where there are none. */
export const Answers = ({ reader, answers, filesPath }: AnswersProps) =>
  answers.length === 0 ? null : (
    <details class="answers" open={!answers.every(({ isStanding }) => isStanding)}>
      <summary>{reader.t('ask.answers')}</summary>
      <dl>
        {answers.map((answer) => (
          <div>
            <dt dir="auto">{answer.label}</dt>
            {answer.files?.length ? (
              answer.files.map((file) => <AnsweredFile {...{ reader, file, filesPath }} />)
            ) : (
              <dd dir="auto">{answer.words}</dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  );

interface AnsweredFileProps {
  reader: Reader;
  file: AnsweredFile;
  filesPath: string;
}

const AnsweredFile = ({ reader, file: { id, name, size }, filesPath }: AnsweredFileProps) => (
  <dd>
    <a href={`${filesPath}/${id}`}>
      <bdi>{name}</bdi>
    </a>{' '}
    <span class="file-size">{sizeWords(reader, size)}</span>
  </dd>
);
