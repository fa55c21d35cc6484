/** A form's fields as they were typed. */
export type Fields = Readonly<Record<string, string>>;
