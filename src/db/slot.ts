import { Placeholder } from 'drizzle-orm';

/** A place in the text of a statement for a value that comes later (db/prepared.ts). */
export class Slot<T = unknown> extends Placeholder<string, T> {
  /** Which of the values it takes. */
  readonly at: number;

  constructor(at: number) {
    super(`${at}`);
    this.at = at;
  }

  /** There is no value while the text is made: whoever would read one is stopped, not given `[object Object]`. */
  [Symbol.toPrimitive](): never {
    throw new TypeError('A slot was taken for its value');
  }
}

/** A value, or a slot for it: what parts of statements take, for both kinds of queries are made of them. */
export type Given<T> = T | Slot<T>;
