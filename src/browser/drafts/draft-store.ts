/** A field's name and value. */
export type Pair = readonly [name: string, value: string];

/** Whose words these are, and in which form. */
export interface Place {
  /** Empty where the host is one tenant's. */
  readonly tenant: string;
  readonly person: string;
  readonly form: string;
}

export interface Draft {
  /** When it was last written, ms. */
  readonly at: number;
  /** The key that the form would be, or was, sent under. */
  readonly key: string;
  /** It was sent under this key, and nobody has said whether it arrived. */
  readonly isSent: boolean;
  readonly fields: readonly Pair[];
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** As `has-drafts.ts` looks for it. */
const draftPrefix = 'draft:';
const mostDrafts = 20;
const longestDraft = 200_000;

export function readDraft(store: Store, place: Place): Draft | null {
  return parse(store.getItem(nameOf(place)));
}

/** False where there is no room for it. */
export function writeDraft(store: Store, place: Place, draft: Draft): boolean {
  const text = JSON.stringify(draft);
  if (text.length > longestDraft) return false;
  try {
    store.setItem(nameOf(place), text);
  } catch {
    return false;
  }
  const others = draftsIn(store).filter(({ name }) => name !== nameOf(place));
  others.sort((a, b) => b.at - a.at);
  for (const { name } of others.slice(mostDrafts - 1)) store.removeItem(name);
  return true;
}

export function dropDraft(store: Store, place: Place): void {
  store.removeItem(nameOf(place));
}

/** What was sent under this key has arrived. */
export function dropSent(store: Store, key: string): void {
  for (const draft of draftsIn(store)) if (draft.key === key) store.removeItem(draft.name);
}

/** Somebody else's at the same tenant, and what nobody came back to. */
export function dropForeign(store: Store, { tenant, person }: Omit<Place, 'form'>, before: number): void {
  const [ofTenant, own] = [nameOf({ tenant, person: '', form: '' }).slice(0, -1), nameOf({ tenant, person, form: '' })];
  for (const { name, at } of draftsIn(store)) {
    if (at < before || (name.startsWith(ofTenant) && !name.startsWith(own))) store.removeItem(name);
  }
}

function nameOf({ tenant, person, form }: Place): string {
  return `${draftPrefix}${tenant}:${person}:${form}`;
}

/** What cannot be read is as old as can be. */
function draftsIn(store: Store) {
  const names = Array.from({ length: store.length }, (_, at) => store.key(at) ?? '');
  return names
    .filter((name) => name.startsWith(draftPrefix))
    .map((name) => ({ name, ...(parse(store.getItem(name)) ?? { at: 0, key: '' }) }));
}

function parse(text: string | null): Draft | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return isDraft(found) ? found : null;
  } catch {
    return null;
  }
}

function isDraft(found: unknown): found is Draft {
  if (typeof found !== 'object' || found === null) return false;
  const { at, key, isSent, fields } = found as Readonly<Record<string, unknown>>;
  const isWhole = typeof at === 'number' && typeof key === 'string' && typeof isSent === 'boolean';
  return isWhole && Array.isArray(fields) && fields.every(isPair);
}

function isPair(found: unknown): found is Pair {
  return Array.isArray(found) && found.length === 2 && found.every((part) => typeof part === 'string');
}
