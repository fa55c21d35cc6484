import type { Form } from '#forms/builder/form.ts';
import type { KnownFields } from '#forms/known-field.ts';
import type { TestResult } from '#forms/run-test.ts';
import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { formHref, labelOf } from './place.ts';

interface TestResultsProps {
  reader: Reader;
  form: Form;
  known: KnownFields;
  results: readonly TestResult[];
}

/** Each test case with what came out of it against the form as it is now. */
export const TestResults = ({ reader, form, known, results }: TestResultsProps) => (
  <ul class="test-cases">
    {results.map((result) => (
      <li id={`test-${result.test.id}`}>
        <span class="verdict" data-verdict={result.isPassed ? 'passed' : 'failed'}>
          <Icon name={result.isPassed ? 'check' : 'alert'} />
          <a href={formHref(form, `/tests/${result.test.id}`)}>
            <bdi>{result.test.name}</bdi>
          </a>
          <small>
            {result.isPassed ? reader.t('formSettings.testPassed') : <Failure {...{ reader, known, result }} />}
          </small>
        </span>
        <form method="post" action={formHref(form, `/tests/${result.test.id}/removal`)}>
          <HiddenFields fields={{ seq: String(form.seq) }} />
          <Button look="quiet">
            {reader.t('formSettings.remove')}
            <span class="unseen"> {result.test.name}</span>
          </Button>
        </form>
      </li>
    ))}
  </ul>
);

const Failure = ({ reader, known, result }: { reader: Reader; known: KnownFields; result: TestResult }) => {
  const names = (keys: readonly string[]) => keys.map((key) => labelOf(known, key)).join(', ');
  return (
    <>
      {(['notAsked', 'notRequired', 'notHidden'] as const)
        .filter((what) => result[what].length > 0)
        .map((what) => reader.t(`formSettings.testFault.${what}`, { fields: names(result[what]) }))
        .join(' ')}
    </>
  );
};
