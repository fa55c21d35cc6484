import type { ContactRole } from '#lib/actor.ts';

/** Whose forms: a claim's or a confirmed contact's. */
export interface Asker {
  readonly accountId: string;
  readonly role: ContactRole;
}

/** By its name in the address or its id; `only`: where there is no other; `first`: the tenant's usual one. */
export type WantedForm =
  | { readonly by: 'slug'; readonly slug: string }
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'only' | 'first' };

/** Which form and version a page was made from. */
export interface SentForm {
  readonly formId: string;
  readonly version: number;
}
