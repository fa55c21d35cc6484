/** A form's fields as they were typed. */
export type Fields = Readonly<Record<string, string>>;

/** Bytes of a form without its files; over it the answer is 413, and Back keeps what was typed (DESIGN §9). */
export const maxFormBytes = 256 * 1024;
