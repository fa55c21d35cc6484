import type { FieldError } from './error-summary.tsx';

/** What the summary above a form says, in the order of its fields. */
export function faultsOf<Field extends string>(
  fields: readonly Field[],
  errors: { readonly [F in Field]?: string | undefined },
): readonly FieldError[] {
  return fields.flatMap((field) => {
    const message = errors[field];
    return message ? [{ field, message }] : [];
  });
}
