import type { Contact } from '#lib/actor.ts';
import type { PersonOn } from '#tickets/people/people-page.ts';
import type { Reader } from '#ui/reader.ts';
import { authorName } from '../author-name.ts';

/** What people of the account call somebody on a request: a guest by the address that one of them typed. */
export function nameOnRequest(reader: Reader, { accountName }: Contact, { guest, called, name }: PersonOn): string {
  if (guest === null) return authorName(reader, name, accountName);
  return called === '' ? reader.t('people.guest') : called;
}

/** What they are there, and how far it goes. */
export function partOf({ t }: Reader, { part, guest, hasPlace }: PersonOn): string {
  if (part === 'requester') return t('people.asked');
  if (guest !== null && !hasPlace) return t('people.byLink');
  return t(hasPlace ? 'people.follows' : 'people.lost');
}

/** What the redirects of this place may say. */
export const sayings = ['added', 'removed'] as const;

/** What the page says of what was done, or could not be. */
export interface PeopleForm {
  readonly said: (typeof sayings)[number] | null;
  /** What stands in the field for an address, and what is wrong with it or with the whole. */
  readonly typed: string;
  readonly fault?: 'unchosen' | 'missing' | 'address' | 'closed' | 'full' | 'too_many';
}
