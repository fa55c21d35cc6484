import type { PublishedForm } from '#forms/definition.ts';
import { type KnownFields, knownFields } from '#forms/known-field.ts';
import { ConditionWords, Term } from './condition-words.tsx';
import { type FormVisit, labelOf } from './place.ts';

/** A published version to read: its questions in the words of then. */
export const VersionOutline = ({ visit, version }: { visit: FormVisit; version: PublishedForm }) => {
  const { reader } = visit;
  const { t, rich } = reader;
  const known = fieldsOf(visit, version);
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{t('formSettings.versionAsks')}</h2>
      {version.sections.map((section, at) => (
        <div class="outline-section">
          <h3>
            <bdi>{section.title || t('formSettings.sectionNumber', { number: at + 1 })}</bdi>
          </h3>
          <ol class="outline-rows">
            {section.questions.map(({ field, required, hidden, visibility }) => (
              <li class="outline-row">
                <div class="outline-words">
                  <bdi>{labelOf(known, field)}</bdi>
                  <span class="outline-facts">
                    {required && <span class="mark">{t('formSettings.mark.required')}</span>}
                    {hidden && <span class="mark">{t('formSettings.mark.hidden')}</span>}
                  </span>
                  {visibility && (
                    <p class="rule">
                      <span>
                        {rich(`formSettings.sentence.${visibility.effect}`, {
                          what: <Term>{labelOf(known, field)}</Term>,
                          condition: <ConditionWords {...{ reader, known }} condition={visibility.when} />,
                        })}
                      </span>
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
};

function fieldsOf({ reader: { t }, seen }: FormVisit, { fields }: PublishedForm): KnownFields {
  const labels = { subject: t('newRequest.subject'), body: t('newRequest.body'), priority: t('newRequest.priority') };
  const own = fields.map((field) => ({ ...field, isRetired: false, initial: undefined }));
  return knownFields(own, seen.rows.priorities, labels);
}
