import { EmptyState } from '#ui/empty-state.tsx';
import type { Reader } from '#ui/reader.ts';

/** Says what is looked through, and how to ask better. */
export const NothingFound = ({ reader: { t }, isPartial }: { reader: Reader; isPartial: boolean }) =>
  isPartial ? (
    <EmptyState icon="search" title={t('search.none.further')} text={t('search.none.furtherText')} />
  ) : (
    <EmptyState icon="search" title={t('search.none.title')} text={t('search.none.text')}>
      <ul class="tips">
        {(['fewer', 'phrase', 'number'] as const).map((tip) => (
          <li>{t(`search.tip.${tip}`)}</li>
        ))}
      </ul>
    </EmptyState>
  );
