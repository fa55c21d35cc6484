/** Files of one form, and of one answer in it: of a reply, a note, a request with all its fields. */
export const filesPerForm = 10;
