import type { Category, Status } from '#tickets/status-rules.ts';
import type { Urgency } from './story.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who and what the stories of one tenant speak of, by the names that they use. */
export interface Cast {
  readonly contacts: ReadonlyMap<string, Named>;
  readonly agents: ReadonlyMap<string, Named>;
  /** By account: whose admins see all of it. */
  readonly accounts: ReadonlyMap<string, { readonly id: string; readonly admins: readonly string[] }>;
  readonly statuses: ReadonlyMap<Category, Status>;
  readonly priorities: ReadonlyMap<Urgency, Named>;
  readonly formId: string;
}

/** Throws when a story names somebody who is not in the cast. */
export function find<K, V>(cast: ReadonlyMap<K, V>, name: K): V {
  const found = cast.get(name);
  if (found === undefined) throw new Error(`The demo knows no ${String(name)}`);
  return found;
}
