import type { Form } from '#forms/builder/form.ts';
import type { Section } from '#forms/definition.ts';
import type { Reader } from '#ui/reader.ts';
import { IconPress } from '../../icon-press.tsx';
import type { OutlineProps } from './outline-props.ts';
import { sectionHref, titleOf } from './place.ts';
import { QuestionRow } from './question-row.tsx';
import { hasAlwaysAsked, isRemovalAsked } from './removal.tsx';
import { Removal } from './removal-press.tsx';
import { RuleLines } from './rule-lines.tsx';

/** The form from above: sections, and in them questions, as customers meet them. */
export const Outline = (props: OutlineProps) => (
  <drag-order>
    {props.form.definition.sections.map((section, at) => (
      <SectionCard {...props} section={section} at={at} />
    ))}
  </drag-order>
);

const SectionCard = ({ section, at, ...props }: OutlineProps & { section: Section; at: number }) => {
  const { reader, form, known } = props;
  const { t } = reader;
  const title = titleOf(reader, form, section.id);
  return (
    <section class="outline-section" data-zone aria-labelledby={`section-${section.id}`}>
      <div class="outline-head">
        <h2 id={`section-${section.id}`}>
          <a href={sectionHref(form, section.id)}>
            <bdi>{title}</bdi>
          </a>
        </h2>
        <SectionOrder {...{ reader, form, section, at, title }} />
      </div>
      <RuleLines {...{ reader, known }} of={section} name={title} required="requireAll" />
      {section.questions.length === 0 && <p class="hint">{t('formSettings.sectionIsEmpty')}</p>}
      <ol
        class="outline-rows"
        data-rows
        data-section={section.id}
        aria-label={t('formSettings.questionsOf', { section: title })}
      >
        {section.questions.map((question, place) => (
          <QuestionRow {...props} section={section} question={question} at={place} />
        ))}
      </ol>
    </section>
  );
};

interface SectionOrderProps {
  reader: Reader;
  form: Form;
  section: Section;
  at: number;
  title: string;
}

const SectionOrder = ({ reader: { t }, form, section, at, title }: SectionOrderProps) => {
  const last = form.definition.sections.length - 1;
  const action = sectionHref(form, section.id, '/place');
  const seq = String(form.seq);
  const isFree = !hasAlwaysAsked(section);
  return (
    <span class="presses">
      {at > 0 && (
        <IconPress
          action={action}
          fields={{ seq, to: String(at - 1) }}
          icon="arrow-up"
          label={t('formSettings.up', { name: title })}
        />
      )}
      {at < last && (
        <IconPress
          action={action}
          fields={{ seq, to: String(at + 1) }}
          icon="arrow-down"
          label={t('formSettings.down', { name: title })}
        />
      )}
      {isFree && (
        <Removal
          form={form}
          href={sectionHref(form, section.id, '/removal')}
          label={t('formSettings.removeSection', { name: title, count: section.questions.length })}
          isAsked={isRemovalAsked(
            form,
            section.questions.map(({ field }) => field),
            true,
          )}
        />
      )}
    </span>
  );
};
