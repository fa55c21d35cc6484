/** Nobody who has never left words behind loads the code that brings them back (`draft-store.ts`, which this must not load). */
export function hasDrafts(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith('draft:'));
  } catch {
    return false;
  }
}
