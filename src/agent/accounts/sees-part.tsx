import type { PersonRows } from '#identity/accounts/load-person.ts';
import { sightReason } from '#tickets/access-reason.ts';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { personHref } from './account-address.ts';

type Place = PersonRows['places'][number];

interface SeesPartProps {
  readonly reader: Reader;
  readonly name: string;
  readonly state: 'active' | 'disabled';
  readonly places: readonly Place[];
}

/** What somebody can see in each of their accounts, and by which rule. */
export const SeesPart = ({ reader, name, state, places }: SeesPartProps) => (
  <Part id="sees" title={reader.t('accounts.person.sees', { name })}>
    <dl class="sees">
      {places.map((place) => (
        <div>
          <dt>
            <a href={personHref(place.accountId, place.contactId)}>
              <bdi>{place.accountName}</bdi>
            </a>
          </dt>
          <dd>{wordsOf(reader, name, state, place)}</dd>
        </div>
      ))}
    </dl>
  </Part>
);

function wordsOf({ t }: Reader, name: string, state: 'active' | 'disabled', place: Place): string {
  const reason = sightReason({ state, role: place.role, membersSeeAll: place.membersSeeAll === 1 });
  return t(`accounts.sees.${reason}`, { name, account: place.accountName });
}
