import type { Translator } from '#i18n/translator.ts';
import type { AnswerValue, FieldShape } from './definition.ts';

/** Names of people and files that values name, by their ids. */
export type NamesById = Readonly<Record<string, string>>;

/** A value as people read it; empty for none. */
export function valueWords(
  reader: Pick<Translator, 't' | 'locale'>,
  shape: Pick<FieldShape, 'type' | 'choices'>,
  value: AnswerValue | undefined,
  names: NamesById = {},
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return reader.t(value ? 'fields.yes' : 'fields.no');
  if (typeof value === 'number') return numberWords(reader.locale, value);
  const listed = typeof value === 'string' ? [value] : value;
  switch (shape.type) {
    case 'date':
      return listed.map((day) => dayWords(reader.locale, day)).join(', ');
    case 'select':
    case 'multi_select':
      return listed
        .map((id) => shape.choices.find((choice) => choice.id === id)?.label ?? '')
        .filter(Boolean)
        .join(', ');
    case 'person':
      return listed.map((id) => nameOf(names, id) ?? reader.t('fields.unknownPerson')).join(', ');
    case 'file':
      return listed.map((id) => nameOf(names, id) ?? reader.t('fields.unknownFile')).join(', ');
    default:
      return listed.join(', ');
  }
}

/** Nothing where the person or file is not known any more. */
export function nameOf(names: NamesById, id: string): string | undefined {
  return Object.hasOwn(names, id) ? names[id] || undefined : undefined;
}

function numberWords(locale: string, value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10 }).format(value);
}

/** A day belongs to no zone. */
function dayWords(locale: string, day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
