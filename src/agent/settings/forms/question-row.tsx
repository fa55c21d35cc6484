import type { Form } from '#forms/builder/form.ts';
import type { Question, Section } from '#forms/definition.ts';
import { isAlwaysAsked } from '#forms/known-field.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconPress } from '../../icon-press.tsx';
import type { OutlineProps } from './outline-props.ts';
import { labelOf, questionHref } from './place.ts';
import { isRemovalAsked } from './removal.tsx';
import { Removal } from './removal-press.tsx';
import { RuleLines } from './rule-lines.tsx';

interface QuestionRowProps extends OutlineProps {
  section: Section;
  question: Question;
  /** Place in its section. */
  at: number;
}

/** One question in the outline: what it is, when it is there, and the buttons that move it. */
export const QuestionRow = (props: QuestionRowProps) => {
  const { reader, form, known, faults, question } = props;
  const { t } = reader;
  const { field } = question;
  const label = labelOf(known, field);
  const type = known.get(field)?.type;
  const isWrong = faults.some(({ place }) => place.question === field);
  return (
    <li class="outline-row" id={`question-${field}`} data-row data-wrong={isWrong ? '' : undefined}>
      <span class="grip" data-grip aria-hidden="true">
        <Icon name="grip" />
      </span>
      <div class="outline-words">
        <span>
          <a href={questionHref(form, field)}>
            <bdi>{label}</bdi>
          </a>
          {isWrong && (
            <>
              <Icon name="alert" class="wrong" />
              <span class="unseen">{t('formSettings.isWrong')}</span>
            </>
          )}
        </span>
        <span class="outline-facts">
          {type && <span>{t(`fieldSettings.type.${type}`)}</span>}
          {question.required && <span class="mark">{t('formSettings.mark.required')}</span>}
          {question.hidden && <span class="mark">{t('formSettings.mark.hidden')}</span>}
        </span>
      </div>
      <QuestionOrder {...props} label={label} />
      <RuleLines {...{ reader, known }} of={question} name={label} required="require" />
    </li>
  );
};

const QuestionOrder = ({ reader: { t }, form, section, question, at, label }: QuestionRowProps & { label: string }) => {
  const action = questionHref(form, question.field, '/place');
  const seq = String(form.seq);
  const [up, down] = [above(form, section, at), below(form, section, at)];
  return (
    <span class="presses">
      {up && (
        <IconPress
          action={action}
          fields={{ seq, ...up }}
          icon="arrow-up"
          label={t('formSettings.up', { name: label })}
        />
      )}
      {down && (
        <IconPress
          action={action}
          fields={{ seq, ...down }}
          icon="arrow-down"
          label={t('formSettings.down', { name: label })}
        />
      )}
      {!isAlwaysAsked(question.field) && (
        <Removal
          form={form}
          href={questionHref(form, question.field, '/removal')}
          label={t('formSettings.removeQuestion', { name: label })}
          isAsked={isRemovalAsked(form, [question.field], false)}
        />
      )}
      {/* What dragging sends: where it was dropped. */}
      <form method="post" action={action} hidden data-drop>
        <HiddenFields fields={{ seq, section: section.id, to: String(at) }} />
      </form>
    </span>
  );
};

interface Target extends Record<string, string> {
  section: string;
  to: string;
}

/** Over the edge of its section into the one before. */
function above({ definition }: Form, section: Section, at: number): Target | null {
  if (at > 0) return { section: section.id, to: String(at - 1) };
  const before = definition.sections[definition.sections.findIndex(({ id }) => id === section.id) - 1];
  return before ? { section: before.id, to: String(before.questions.length) } : null;
}

function below({ definition }: Form, section: Section, at: number): Target | null {
  if (at < section.questions.length - 1) return { section: section.id, to: String(at + 1) };
  const next = definition.sections[definition.sections.findIndex(({ id }) => id === section.id) + 1];
  return next ? { section: next.id, to: '0' } : null;
}
