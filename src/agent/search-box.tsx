import { longestSearch } from '#lib/search-words.ts';
import { Icon } from '#ui/icon.tsx';

interface SearchBoxProps {
  readonly action: string;
  readonly label: string;
  readonly words?: string | undefined;
}

/** Searches what `action` lists by `q`; on a ticket list the key `/` goes to it. */
export const SearchBox = ({ action, label, words = '' }: SearchBoxProps) => (
  <search class="desk-search">
    <form method="get" action={action}>
      <Icon name="search" />
      <input
        type="search"
        name="q"
        value={words}
        aria-label={label}
        placeholder={label}
        maxlength={longestSearch}
        dir="auto"
        autocomplete="off"
        enterkeyhint="search"
        required
      />
    </form>
  </search>
);
