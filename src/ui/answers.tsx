/** What was answered to a form, beneath what was written. */
export interface AnswerView {
  readonly label: string;
  readonly words: string;
}

/** The answers as they were asked for. Nothing where there are none. */
export const Answers = ({ title, answers }: { title: string; answers: readonly AnswerView[] }) =>
  answers.length === 0 ? null : (
    <section class="answers" aria-label={title}>
      <p class="hint" aria-hidden="true">
        {title}
      </p>
      <dl>
        {answers.map(({ label, words }) => (
          <div>
            <dt dir="auto">{label}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
