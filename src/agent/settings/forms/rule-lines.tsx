import type { Question, Section } from '#forms/definition.ts';
import { Icon } from '#ui/icon.tsx';
import { ConditionWords, Term, type WordsProps } from './condition-words.tsx';

interface RuleLinesProps extends WordsProps {
  /** The section or question whose rules are said. */
  of: Pick<Section | Question, 'visibility' | 'requiredWhen'>;
  name: string;
  /** A section's rule counts for all of its questions. */
  required: 'require' | 'requireAll';
}

/** When a part of the form is there, and when it must be filled in: nothing where nothing decides. */
export const RuleLines = ({ reader, known, of: { visibility, requiredWhen }, name, required }: RuleLinesProps) => {
  const what = <Term>{name}</Term>;
  if (!visibility && !requiredWhen) return null;
  return (
    <div class="rules">
      {visibility && (
        <p class="rule">
          <Icon name="eye" />
          <span>
            {reader.rich(`formSettings.sentence.${visibility.effect}`, {
              what,
              condition: <ConditionWords {...{ reader, known }} condition={visibility.when} />,
            })}
          </span>
        </p>
      )}
      {requiredWhen && (
        <p class="rule">
          <Icon name="check" />
          <span>
            {reader.rich(`formSettings.sentence.${required}`, {
              what,
              condition: <ConditionWords {...{ reader, known }} condition={requiredWhen} />,
            })}
          </span>
        </p>
      )}
    </div>
  );
};
