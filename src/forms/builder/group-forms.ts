import type { ListedForm } from './form.ts';

export interface FormGroup {
  /** Its heading; empty: none. */
  readonly name: string;
  readonly forms: readonly ListedForm[];
}

/** The forms in use under their headings, as customers choose among them: a group stands where its first form does. */
export function groupForms(forms: readonly ListedForm[]): readonly FormGroup[] {
  const groups = new Map<string, ListedForm[]>();
  for (const form of forms) {
    if (form.isRetired) continue;
    groups.set(form.group, [...(groups.get(form.group) ?? []), form]);
  }
  return [...groups].map(([name, members]) => ({ name, forms: members }));
}
