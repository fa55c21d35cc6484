import type { PersonRows } from '#identity/accounts/load-person.ts';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';

interface AddressesPartProps {
  readonly reader: Reader;
  readonly main: string;
  readonly addresses: PersonRows['addresses'];
}

/** The addresses that somebody has besides the main one. */
export const AddressesPart = ({ reader, main, addresses }: AddressesPartProps) => {
  const further = addresses.filter(({ email }) => email !== main);
  if (further.length === 0) return null;
  return (
    <Part id="addresses" title={reader.t('accounts.person.addresses')}>
      <p>{reader.t('accounts.person.addressesText')}</p>
      <ul>
        {further.map(({ email }) => (
          <li class="address">
            <bdi>{email}</bdi>
          </li>
        ))}
      </ul>
    </Part>
  );
};
