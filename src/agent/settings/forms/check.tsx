import { checkConditions } from '#forms/check-conditions.ts';
import type { KnownFields } from '#forms/known-field.ts';
import { type FormPath, findPaths } from '#forms/paths.ts';
import { findUnreached } from '#forms/unreached.ts';
import { valueWords } from '#forms/value-words.ts';
import type { AppContext } from '#http/context.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { Term } from './condition-words.tsx';
import { FaultsNotice } from './faults-notice.tsx';
import { sendFormPage } from './form-page.tsx';
import { type FormVisit, formHref, labelOf, saidOf, visitForm } from './place.ts';
import { TestResults } from './test-results.tsx';

/** GET …/check: every way through the form, what none leads to, and the stored test cases. */
export async function showCheck(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, reader, checked } = visit;
  const { known, faults, results } = checked;
  const { t } = reader;
  return sendFormPage(c, visit, {
    tab: 'check',
    said: saidOf(c),
    children: (
      <div class="builder">
        <FaultsNotice {...{ reader, form, known, faults, results }} />
        <Part id="tests" title={t('formSettings.tests')}>
          <p class="hint">{t('formSettings.testsText')}</p>
          <TestResults {...{ reader, form, known, results }} />
          <div class="actions">
            <ButtonLink href={formHref(form, '/tests/new')} icon="plus">
              {t('formSettings.newTest')}
            </ButtonLink>
          </div>
        </Part>
        <Ways visit={visit} />
      </div>
    ),
  });
}

const Ways = ({ visit }: { visit: FormVisit }) => {
  const { reader, checked } = visit;
  const { t } = reader;
  const { known, next } = checked;
  if (checkConditions(next, known).length > 0) {
    return (
      <Part id="ways" title={t('formSettings.ways')}>
        <p>{t('formSettings.waysUnknown')}</p>
      </Part>
    );
  }
  const found = findPaths(next, known);
  const { never, unknown } = findUnreached(next, known, found);
  const names = (keys: readonly string[]) => keys.map((key) => labelOf(known, key)).join(', ');
  return (
    <Part id="ways" title={t('formSettings.ways')}>
      {never.length > 0 && (
        <Notice tone="warning">
          <p>{t('formSettings.never', { fields: names(never) })}</p>
        </Notice>
      )}
      {unknown.length > 0 && (
        <Notice>
          <p>{t('formSettings.unknown', { fields: names(unknown) })}</p>
        </Notice>
      )}
      <p class="hint">
        {found.isCut
          ? t('formSettings.waysCut', { count: found.paths.length })
          : t('formSettings.waysCount', { count: found.paths.length })}
      </p>
      <ol class="ways">
        {found.paths.map((path, i) => (
          <Way {...{ visit, reader, known, path }} at={i} />
        ))}
      </ol>
    </Part>
  );
};

interface WayProps {
  visit: FormVisit;
  reader: Reader;
  known: KnownFields;
  path: FormPath;
  at: number;
}

const Way = ({ visit, reader, known, path, at }: WayProps) => {
  const { t, rich } = reader;
  const asks = path.asks.map(
    (key) => labelOf(known, key) + (path.requires.includes(key) ? '' : ` (${t('common.optional')})`),
  );
  return (
    <li>
      <p class="way-when">
        {path.decisions.length === 0
          ? t('formSettings.wayAlways')
          : path.decisions.map((decision, i) => (
              <>
                {i > 0 && ` ${t('formSettings.join.all')} `}
                {rich('formSettings.wayDecision', {
                  field: <Term>{labelOf(known, decision.field)}</Term>,
                  answers: <Term>{answerWords(reader, known, decision)}</Term>,
                })}
              </>
            ))}
      </p>
      <p class="way-asks">
        <bdi>{t('formSettings.wayAsks', { questions: asks.join(', ') })}</bdi>
        {path.brings.length > 0 && (
          <bdi>
            {' '}
            {t('formSettings.wayBrings', { fields: path.brings.map((key) => labelOf(known, key)).join(', ') })}
          </bdi>
        )}
      </p>
      <a class="way-keep" href={formHref(visit.form, `/tests/new?way=${at + 1}`)}>
        {t('formSettings.keepWay')}
        <span class="unseen"> {at + 1}</span>
      </a>
    </li>
  );
};

const mostAnswers = 4;

function answerWords(reader: Reader, known: KnownFields, { field, answers }: FormPath['decisions'][number]): string {
  const shape = known.get(field);
  const { t } = reader;
  const words = answers.map(({ value, kind }) => {
    if (kind === 'empty') return t(shape?.type === 'checkbox' ? 'formSettings.unticked' : 'formSettings.leftEmpty');
    if (kind === 'other')
      return t(
        shape?.type === 'text' || shape?.type === 'long_text' ? 'formSettings.somethingElse' : 'formSettings.filledIn',
      );
    if (value === true) return t('formSettings.ticked');
    return shape ? valueWords(reader, shape, value) : String(value);
  });
  const shown = words.slice(0, mostAnswers);
  if (words.length > mostAnswers) shown.push(t('formSettings.moreAnswers', { count: words.length - mostAnswers }));
  const answered = shown.join(` ${t('formSettings.join.any')} `);
  // Of numbers and days only some stand for all that lead the same way.
  const isSample = shape?.type === 'number' || shape?.type === 'decimal' || shape?.type === 'date';
  return isSample && answers.some(({ kind }) => kind === 'value')
    ? t('formSettings.suchAs', { answers: answered })
    : answered;
}
