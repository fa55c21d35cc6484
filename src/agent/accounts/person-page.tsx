import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { PlaceProps } from '../send-place.ts';
import { ViewAsForm } from '../view-as/view-as-form.tsx';
import { accountHref, type Said } from './account-address.ts';
import { AddressesPart } from './addresses-part.tsx';
import { type CorrectionFaults, CorrectPart, type TypedCorrection } from './correct-part.tsx';
import { LeavingPart } from './leaving-part.tsx';
import { RolePart } from './role-part.tsx';
import { SaidNotice } from './said-notice.tsx';
import { SeesPart } from './sees-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import type { AtPerson } from './visit-person.ts';

interface PersonPageProps extends PlaceProps {
  readonly at: AtPerson;
  readonly typed: TypedCorrection;
  readonly faults: CorrectionFaults;
  readonly said: Said | null;
}

export const PersonPage = ({ frame, actor, counts, at, typed, faults, said }: PersonPageProps) => {
  const { reader, brand } = frame;
  const { account, person, place, rows, mayChange } = at;
  const name = person.name || person.email;
  const mayEnter = person.state === 'active' && place !== null && place.role !== 'none';
  return (
    <AgentPage frame={frame} title={name} actor={actor} counts={counts} current="accounts">
      <PageHead
        title={name}
        back={{ href: accountHref(account.id), label: account.name }}
        meta={
          person.name !== '' && (
            <span class="address">
              <bdi>{person.email}</bdi>
            </span>
          )
        }
      >
        {mayEnter && <ViewAsForm reader={reader} accountId={account.id} contactId={person.id} name={name} />}
      </PageHead>
      <SaidNotice reader={reader} said={said} />
      {person.state === 'disabled' && (
        <Notice tone="warning">
          <p>{reader.t('accounts.person.enableText', { name })}</p>
        </Notice>
      )}
      <SeesPart reader={reader} name={name} state={person.state} places={rows.places} />
      <RolePart reader={reader} at={at} name={name} />
      <AddressesPart reader={reader} main={person.email} addresses={rows.addresses} />
      {mayChange && <CorrectPart reader={reader} at={at} typed={typed} faults={faults} />}
      <SessionsPart reader={reader} at={at} name={name} />
      {mayChange && <LeavingPart reader={reader} at={at} name={name} brandName={brand.name} />}
    </AgentPage>
  );
};
