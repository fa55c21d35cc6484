import type { Category } from '#tickets/status-rules.ts';
import type { Item } from '#tickets/workflow/item.ts';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

/** The words that customers read, as they see them, each with the statuses behind it. */
export const PublicWords = ({ reader, items }: { reader: Reader; items: readonly Item[] }) => (
  <Part id="public-words" title={reader.t('workflow.publicWords')}>
    <p class="hint">{reader.t('workflow.publicWordsText')}</p>
    <ul class="public-words">
      {wordsOf(items).map(({ category, label, behind }) => (
        <li>
          <StatusBadge category={category} label={label} />
          {behind.some((name) => name !== label) && (
            <span class="hint">{reader.rich('workflow.behind', { names: <bdi>{listOf(reader, behind)}</bdi> })}</span>
          )}
        </li>
      ))}
    </ul>
  </Part>
);

interface PublicWord {
  readonly category: Category;
  readonly label: string;
  readonly behind: readonly string[];
}

/** One of another category is another badge, though the word be the same. */
function wordsOf(items: readonly Item[]): readonly PublicWord[] {
  const words = new Map<string, PublicWord>();
  for (const { category, publicLabel, label, isRetired } of items) {
    if (isRetired || category === null) continue;
    const key = `${category} ${publicLabel}`;
    words.set(key, { category, label: publicLabel, behind: [...(words.get(key)?.behind ?? []), label] });
  }
  return [...words.values()];
}

function listOf({ locale }: Reader, names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
