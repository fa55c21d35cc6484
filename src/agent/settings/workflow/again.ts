import type { Category } from '#tickets/status-rules.ts';
import type { Words } from '#tickets/workflow/item.ts';

/** What was typed and could not be saved. */
export interface Again {
  /** The item that it was typed for; null: a new one. */
  readonly id: string | null;
  readonly newId: string | null;
  readonly typed: Words;
  readonly category: Category | null;
  readonly faults: { readonly label?: string; readonly public_label?: string };
}
