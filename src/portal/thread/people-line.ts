import type { PortalThread } from '#tickets/portal-thread-page.ts';
import { authorName } from '../author-name.ts';
import type { Reading } from './entry-view.ts';

/** Who follows the request besides the one who asked, in a line. */
export interface PeopleLine {
  /** Empty: nobody. */
  readonly words: string;
  /** To the page of people; null: the reader has none. */
  readonly link: { readonly href: string; readonly adds: boolean } | null;
}

/** So many are named; the others are counted. */
const namedMost = 3;

/** Null where the tenant wants nobody put on requests. Who reads by a link reads no addresses, and finds no way on. */
export function peopleLine({ reader, actor }: Reading, thread: PortalThread): PeopleLine | null {
  const { people, areTold } = thread.onIt;
  if (!areTold) return null;
  const isByLink = actor.id === '';
  const others = people.filter(({ part }) => part !== 'requester');
  const names = others.flatMap(({ contactId, isGuest, called, name }) => {
    if (contactId === actor.id) return [reader.t('people.youToo')];
    if (isGuest) return isByLink || called === '' ? [] : [called];
    return [authorName(reader, name, actor.accountName)];
  });
  const shown = names.slice(0, namedMost);
  const rest = others.length - shown.length;
  const list = rest > 0 ? [...shown, reader.t('people.others', { count: rest })] : shown;
  const words = new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(list);
  return {
    words: list.length === 0 ? '' : reader.t('people.with', { names: words }),
    link: isByLink ? null : { href: `/requests/${thread.number}/people`, adds: others.length === 0 },
  };
}
