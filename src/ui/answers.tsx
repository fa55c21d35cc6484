/** What was answered to a form, beneath what was written. */
export interface AnswerView {
  readonly label: string;
  readonly words: string;
  /** Files to be fetched, in place of the words. */
  readonly files?: readonly { readonly id: string; readonly name: string }[];
}

interface AnswersProps {
  title: string;
  answers: readonly AnswerView[];
  filesPath: string;
}

/** The answers as they were asked for. Nothing where there are none. */
export const Answers = ({ title, answers, filesPath }: AnswersProps) =>
  answers.length === 0 ? null : (
    <section class="answers" aria-label={title}>
      <p class="hint" aria-hidden="true">
        {title}
      </p>
      <dl>
        {answers.map(({ label, words, files = [] }) => (
          <div>
            <dt dir="auto">{label}</dt>
            {files.length === 0 ? (
              <dd dir="auto">{words}</dd>
            ) : (
              files.map(({ id, name }) => (
                <dd>
                  <a href={`${filesPath}/${id}`}>
                    <bdi>{name}</bdi>
                  </a>
                </dd>
              ))
            )}
          </div>
        ))}
      </dl>
    </section>
  );
