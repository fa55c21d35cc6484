import type { Author } from './entries.ts';

/** Who wrote or did it, by the two names that an entry's row brings (join-queries.ts `authorNames`). */
export function authorOf<K extends Author['kind'], I extends string | null>(
  kind: K,
  id: I,
  { contactName, agentName }: { readonly contactName: string | null; readonly agentName: string | null },
): { readonly kind: K; readonly id: I; readonly name: string } {
  return { kind, id, name: (kind === 'contact' ? contactName : agentName) ?? '' };
}
