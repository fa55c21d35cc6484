import type { FormChange } from '#forms/builder/form-change.ts';
import type { AnswerValue, Condition, Visibility } from '#forms/definition.ts';
import { valueWords } from '#forms/value-words.ts';
import { shorten } from '#lib/text.ts';
import type { Reader } from '#ui/reader.ts';
import { ConditionWords, Term, term } from './condition-words.tsx';
import { FieldChangeWords } from './field-change-words.tsx';
import { type FormVisit, labelOf } from './place.ts';

/** What publishing changes, a line each. */
export const ChangeList = ({ visit, changes }: { visit: FormVisit; changes: readonly FormChange[] }) => (
  <ul class="changes">
    {changes.map((change) => (
      <li data-change={signOf(change)}>
        <span>
          <ChangeWords visit={visit} change={change} />
        </span>
      </li>
    ))}
  </ul>
);

function signOf({ kind }: FormChange): 'added' | 'removed' | 'changed' {
  if (kind.endsWith('_added')) return 'added';
  return kind.endsWith('_removed') ? 'removed' : 'changed';
}

const ChangeWords = ({ visit, change }: { visit: FormVisit; change: FormChange }) => {
  const { rich } = visit.reader;
  const field = (key: string) => <Term>{labelOf(visit.checked.known, key)}</Term>;
  switch (change.kind) {
    case 'name':
    case 'section_title':
      return <>{rich(`formSettings.change.${change.kind}`, { from: term(change.from), to: term(change.to) })}</>;
    case 'intro':
    case 'success':
      return <TextWords reader={visit.reader} what={change.kind} change={change} />;
    case 'section_text':
      return <TextWords reader={visit.reader} what={change.kind} title={change.title} change={change} />;
    case 'outcome_priority':
    case 'outcome_team':
    case 'outcome_tags':
      return <>{rich(`formSettings.change.${change.kind}`, { to: term(outcomeWords(visit, change)) })}</>;
    case 'section_added':
    case 'section_removed':
    case 'section_moved':
      return <>{rich(`formSettings.change.${change.kind}`, { title: term(change.title) })}</>;
    case 'question_added':
    case 'question_removed':
    case 'question_moved':
      return <>{rich(`formSettings.change.${change.kind}`, { field: field(change.field) })}</>;
    case 'required':
    case 'hidden':
      return (
        <>{rich(`formSettings.change.${change.kind}.${change.to ? 'yes' : 'no'}`, { field: field(change.field) })}</>
      );
    case 'initial':
      return <InitialWords {...{ visit, change }} />;
    case 'visibility':
    case 'required_when':
      return <RuleWords {...{ visit, change }} />;
    default:
      return (
        <FieldChangeWords reader={visit.reader} change={change} name={labelOf(visit.checked.known, change.field)} />
      );
  }
};

const longestShown = 200;

interface TextWordsProps {
  reader: Reader;
  what: 'intro' | 'success' | 'section_text';
  title?: string;
  change: { readonly from: string; readonly to: string };
}

/** A longer text as it will be, and as it was. */
const TextWords = ({ reader, what, title = '', change }: TextWordsProps) => {
  const words = (text: string) => term(shorten(text.replace(/\s+/g, ' ').trim(), longestShown));
  return (
    <>
      {reader.rich(`formSettings.change.${what}`, { title: term(title), to: words(change.to) })}
      {change.from !== '' && (
        <small class="before">
          {reader.t('formSettings.change.before')} {words(change.from)}
        </small>
      )}
    </>
  );
};

type Of<K extends FormChange['kind']> = Extract<FormChange, { kind: K }>;

function outcomeWords(
  { seen, reader }: FormVisit,
  change: Of<'outcome_priority' | 'outcome_team' | 'outcome_tags'>,
): string {
  if (change.kind === 'outcome_tags') return change.to.join(', ');
  const list = change.kind === 'outcome_team' ? seen.rows.teams : seen.rows.priorities;
  if (change.to === '') return reader.t('formSettings.outcome.usual');
  return list.find(({ id }) => id === change.to)?.label ?? change.to;
}

const InitialWords = ({ visit: { reader, checked }, change }: { visit: FormVisit; change: Of<'initial'> }) => {
  const shape = checked.known.get(change.field);
  const words = (value: AnswerValue | undefined) => (shape ? valueWords(reader, shape, value) : '');
  const field = <Term>{labelOf(checked.known, change.field)}</Term>;
  return (
    <>
      {reader.rich('formSettings.change.initial', {
        field,
        from: term(words(change.from)),
        to: term(words(change.to)),
      })}
    </>
  );
};

/** The sentence as it will be, and as it was. */
const RuleWords = ({ visit, change }: { visit: FormVisit; change: Of<'visibility' | 'required_when'> }) => {
  const { reader, checked } = visit;
  const { known } = checked;
  const name = 'question' in change.of ? labelOf(known, change.of.question) : change.of.section;
  const what = term(name);
  const now = ruleOf(change.kind === 'visibility' ? change.to : change.to && { effect: 'require', when: change.to });
  const before = ruleOf(
    change.kind === 'visibility' ? change.from : change.from && { effect: 'require', when: change.from },
  );
  const sentence = (rule: Rule) =>
    reader.rich(`formSettings.sentence.${rule.effect}`, {
      what,
      condition: <ConditionWords {...{ reader, known }} condition={rule.when} />,
    });
  return (
    <>
      {now ? sentence(now) : reader.rich(`formSettings.change.${change.kind}.no`, { what })}
      {before && (
        <small class="before">
          {reader.t('formSettings.change.before')} {sentence(before)}
        </small>
      )}
    </>
  );
};

interface Rule {
  readonly effect: Visibility['effect'] | 'require';
  readonly when: Condition;
}

function ruleOf(rule: Rule | undefined): Rule | undefined {
  return rule;
}
