import { longestSearch } from '#lib/search-words.ts';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';

/** Searches all tickets; the key `/` goes to it. */
export const SearchBox = ({ reader: { t }, words = '' }: { reader: Reader; words?: string }) => (
  <search class="desk-search">
    <form method="get" action="/tickets">
      <Icon name="search" />
      <input
        type="search"
        name="q"
        value={words}
        aria-label={t('search.tickets')}
        placeholder={t('search.tickets')}
        maxlength={longestSearch}
        dir="auto"
        autocomplete="off"
        enterkeyhint="search"
        required
      />
    </form>
  </search>
);
