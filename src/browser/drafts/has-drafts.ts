export const draftPrefix = 'draft:';

/** Nobody who has never left words behind loads the code that brings them back. */
export function hasDrafts(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(draftPrefix));
  } catch {
    return false;
  }
}
