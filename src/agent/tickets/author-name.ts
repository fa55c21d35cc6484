import type { Author } from '#tickets/entries.ts';
import type { Reader } from '#ui/reader.ts';

/** Who wrote or did something, in words; contacts may have given no name yet. */
export function authorName(reader: Reader, author: Author): string {
  if (author.name) return author.name;
  return reader.t(author.kind === 'contact' ? 'agent.author.customer' : 'agent.author.system');
}
