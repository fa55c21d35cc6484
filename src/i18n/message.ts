/** A sentence that depends on a number: one form for each category of the language's plural rules. */
export type Plural = { readonly other: string } & { readonly [rule in Exclude<Intl.LDMLPluralRule, 'other'>]?: string };
export type Message = string | Plural;

/** What a translation must hold: for each key a text, plural where the original is. */
export type CatalogueLike<C> = { readonly [K in keyof C]: C[K] extends string ? string : Plural };

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<M> = M extends string ? Names<M> : M extends Plural ? Names<M[keyof M]> | 'count' : never;

/** The values a message needs, by the `{names}` written in it; a plural always needs `count`. */
export type Values<M, V> = { readonly [N in NamesOf<M>]: N extends 'count' ? number : V };
/** The second argument of a translation: absent where the message has no names. */
export type ValuesArgument<M, V> = [NamesOf<M>] extends [never] ? [] : [values: Values<M, V>];
