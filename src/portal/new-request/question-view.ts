import type { FieldShape, Question } from '#forms/definition.ts';
import { faultWords } from '#forms/fault-words.ts';
import type { AnswerFault } from '#forms/read-answer.ts';
import { takesSeveral } from '#forms/typed-answer.ts';
import { fieldId, typedOfValue } from '#ui/field-control.tsx';
import type { QuestionView } from '#ui/form-section.tsx';
import type { Reader } from '#ui/reader.ts';
import { bodyRule, subjectRule, textFault } from '../forms/text-rule.ts';
import type { Filled } from './asking.ts';

export function questionView(reader: Reader, question: Question, shape: FieldShape, filled: Filled): QuestionView {
  const { key } = shape;
  const fault = filled.faults[key];
  const typed = filled.typed.get(key) ?? typedOfValue(question.initial);
  return {
    shape,
    id: shape.id === '' ? key : fieldId(key),
    typed,
    error: fault && faultText(reader, shape, fault, typed[0] ?? ''),
    isRequired: filled.asked.required.includes(key),
    isShown: filled.asked.shown.includes(key),
    isNew: filled.revealed.includes(key),
  };
}

function faultText(reader: Reader, shape: FieldShape, fault: AnswerFault, typed: string): string | undefined {
  if (shape.key === 'subject') return textFault(reader, subjectRule, fault, typed);
  if (shape.key === 'body') return textFault(reader, bodyRule, fault, typed);
  const isChosen = shape.type === 'select' || shape.type === 'person' || takesSeveral(shape.type);
  return fault === 'required' && isChosen ? reader.t('field.choice') : faultWords(reader, shape, fault);
}
