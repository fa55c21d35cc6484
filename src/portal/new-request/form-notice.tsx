import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import type { RequestFormView } from './form-view.ts';

/** Why the form is not as it was: what came up, what changed, what is kept from before. */
export const FormNotice = ({ reader: { t }, form }: { reader: Reader; form: RequestFormView }) => {
  const { notice, lost } = form;
  if (notice === null) return null;
  const isWarning = notice === 'reply.alreadySent' || notice === 'ask.changed' || notice === 'ask.lostFile';
  const isFirst = form.faults.length === 0;
  return (
    <Notice tone={isWarning ? 'warning' : 'info'} focus={isFirst}>
      {notice === 'ask.revealed' ? <Revealed {...{ t, form }} /> : <p>{t(notice)}</p>}
      {lost.length > 0 && (
        <>
          <p>{t('ask.lost')}</p>
          <dl class="lost-answers">
            {lost.map(({ label, words }) => (
              <>
                <dt dir="auto">{label}</dt>
                <dd dir="auto">{words}</dd>
              </>
            ))}
          </dl>
        </>
      )}
    </Notice>
  );
};

const Revealed = ({ t, form }: { t: Reader['t']; form: RequestFormView }) => {
  const questions = form.sections.flatMap((section) => section.questions.filter(({ isNew }) => isNew));
  return (
    <>
      <p>{t('ask.revealed', { count: questions.length })}</p>
      <ul>
        {questions.map(({ id, shape }) => (
          <li>
            <a href={`#${id}`} dir="auto">
              {shape.label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};
