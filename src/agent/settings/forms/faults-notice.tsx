import type { Form } from '#forms/builder/form.ts';
import type { FormFault } from '#forms/form-fault.ts';
import type { KnownFields } from '#forms/known-field.ts';
import type { TestResult } from '#forms/run-test.ts';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { faultLine } from './fault-words.ts';
import { formHref } from './place.ts';

interface FaultsNoticeProps {
  reader: Reader;
  form: Form;
  known: KnownFields;
  faults: readonly FormFault[];
  results: readonly TestResult[];
}

/** What keeps the form from being published, each with the way to where it is put right. */
export const FaultsNotice = ({ reader, form, known, faults, results }: FaultsNoticeProps) => {
  const { t } = reader;
  const failing = results.filter(({ isPassed }) => !isPassed);
  const lines = [
    ...faults.map((fault) => faultLine(reader, form, known, fault)),
    ...failing.map(({ test }) => ({
      text: t('formSettings.testFails', { name: test.name }),
      href: `${formHref(form, '/check')}#test-${test.id}`,
    })),
  ];
  return lines.length === 0 ? null : (
    <Notice tone="warning">
      <p>{t('formSettings.faults', { count: lines.length })}</p>
      <ul class="fault-list">
        {lines.map(({ text, href }) => (
          <li>
            <a href={href}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
