import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import type { Viewer } from '../access-queries.ts';
import type { PublicEntry } from '../entries.ts';
import { peopleShown } from './people-queries.ts';

/** Somebody on a request, as its thread names them. */
export interface ShownPerson {
  readonly contactId: string;
  readonly part: 'requester' | 'participant';
  readonly name: string;
  /** The address by which a guest was added; empty for people of the account, whose name counts. */
  readonly called: string;
  readonly isGuest: boolean;
}

export interface ShownPeople {
  readonly people: readonly ShownPerson[];
  /** Contacts may put people on requests, and so the thread names who is on it. */
  readonly areTold: boolean;
}

/** Who is on the request of this number, where the viewer may see it. */
export function loadShownPeople(scope: TenantScope, viewer: Viewer, number: number): Statement<ShownPeople> {
  return mapped(peopleShown(scope, viewer, number), (rows) => ({
    people: rows,
    areTold: rows.some(({ policy }) => policy !== 'nobody'),
  }));
}

/** Entries of guests who gave no name, with the address that somebody of the account typed for them. */
export function withGuests(entries: readonly PublicEntry[], { people }: ShownPeople): readonly PublicEntry[] {
  const guests = new Map(people.filter(({ isGuest }) => isGuest).map((guest) => [guest.contactId, guest.called]));
  if (guests.size === 0) return entries;
  return entries.map((entry) => {
    const guest = entry.author.name === '' ? guests.get(entry.author.id ?? '') : undefined;
    return guest === undefined ? entry : { ...entry, author: { ...entry.author, guest } };
  });
}
