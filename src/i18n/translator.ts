import { catalogues, type English, type Key, type Locale, type Overrides } from './catalogue.ts';
import type { Message, ValuesArgument } from './message.ts';

type Plain = string | number;

export type Translator = {
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  /** The text of a key with its `{names}` filled in. Numbers are written as the language writes them. */
  t<K extends Key>(key: K, ...values: ValuesArgument<English[K], Plain>): string;
  /** The same in pieces, so that a name can be filled with an element: `<p>{rich('…', { email: <b>…</b> })}</p>`. */
  rich<K extends Key, V>(key: K, ...values: ValuesArgument<English[K], V | Plain>): (V | string)[];
};

/** The words of one language; a tenant's own words, where given, come first. */
export const translator = (locale: Locale, overrides: Overrides = {}): Translator => {
  const { number, rules } = numbersOf(locale);
  const textOf = (key: Key, values: Readonly<Record<string, unknown>> | undefined): string => {
    const message: Message = overrides[key] ?? catalogues[locale][key];
    if (typeof message === 'string') return message;
    return message[rules.select(Number(values?.['count'] ?? 0))] ?? message.other;
  };
  const written = (value: unknown): string => (typeof value === 'number' ? number.format(value) : String(value));

  return {
    locale,
    dir: 'ltr',
    t: (key, ...[values]) => {
      const text = textOf(key, values);
      if (values === undefined) return text;
      return text.replace(placeholder, (whole, name: string) => {
        const value = given(values, name);
        return value === undefined ? whole : written(value);
      });
    },
    rich: <K extends Key, V>(key: K, ...[values]: ValuesArgument<English[K], V | Plain>) =>
      textOf(key, values)
        .split(pieces)
        .filter((piece) => piece !== '')
        .map((piece): V | string => {
          const name = onePlaceholder.exec(piece)?.[1];
          const value = name === undefined ? undefined : given<V | Plain>(values, name);
          return typeof value === 'number' ? written(value) : (value ?? piece);
        }),
  };
};

type Numbers = { readonly number: Intl.NumberFormat; readonly rules: Intl.PluralRules };

// Made once a language: every page makes a translator, and these cost more than all its texts.
const numbers = new Map<Locale, Numbers>();
const numbersOf = (locale: Locale): Numbers => {
  const known = numbers.get(locale) ?? { number: new Intl.NumberFormat(locale), rules: new Intl.PluralRules(locale) };
  numbers.set(locale, known);
  return known;
};

const placeholder = /\{([a-zA-Z]+)\}/g;
const onePlaceholder = /^\{([a-zA-Z]+)\}$/;
const pieces = /(\{[a-zA-Z]+\})/;
const given = <V>(values: Readonly<Record<string, V>> | undefined, name: string): V | undefined =>
  values && Object.hasOwn(values, name) ? values[name] : undefined;
