import { newKey } from '#http/form-key.ts';
import { handleOf, type LoadedPeople, type PersonOn } from '#tickets/people/people-page.ts';
import { takesReply } from '#tickets/status-rules.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Part } from '#ui/part.tsx';
import { AddPeople } from '#ui/people/add-people.tsx';
import { PeopleTable, type PersonOnView } from '#ui/people/people-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { AgentPage } from '../agent-page.tsx';
import type { PlaceProps } from '../send-place.ts';

export type AddingFault = 'unchosen' | 'address' | 'closed' | 'full' | 'too_many';

interface PeoplePageProps extends PlaceProps {
  readonly ticket: NonNullable<LoadedPeople['ticket']>;
  readonly rows: LoadedPeople;
  readonly told: {
    readonly said: 'added' | 'removed' | null;
    readonly typed: string;
    readonly fault: AddingFault | null;
  };
}

/** Who gets the answers of a ticket, and putting somebody there. */
export const PeoplePage = ({ frame, actor, counts, ticket, rows, told }: PeoplePageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const { said, typed, fault } = told;
  const base = `/tickets/${ticket.number}`;
  const title = t('people.ticketTitle', { number: String(ticket.number) });
  const mayGuest = rows.rules.policy === 'anyone' && rows.rules.hasLinks;
  const error = fault === 'address' ? t('people.fault.address') : undefined;
  return (
    <AgentPage frame={frame} title={title} actor={actor} counts={counts}>
      <PageHead title={title} back={{ href: base, label: t('byLink.agent.back') }} meta={<bdi>{ticket.subject}</bdi>} />
      <div class="blocks">
        {(said || fault) && (
          <Notice tone={said ? 'success' : 'warning'} focus>
            <p>{said ? t(`people.said.${said}`) : t(`people.fault.${fault ?? 'address'}`)}</p>
          </Notice>
        )}
        <PeopleTable reader={reader} people={rows.people.map((person) => viewOf(reader, base, person))} />
        <Part id="add" title={t('people.addTitle')}>
          {takesReply(ticket.category) ? (
            <AddPeople
              reader={reader}
              action={`${base}/people`}
              label={t('people.ofAccount')}
              colleagues={rows.colleagues.map(({ id, name, email }) => ({
                value: id,
                label: name === '' ? email : `${name} (${email})`,
              }))}
              choiceError={fault === 'unchosen' ? t('people.fault.unchosen') : undefined}
              byAddress={mayGuest ? { typed, error } : null}
              hidden={() => <input type="hidden" name="key" value={newKey()} autocomplete="off" />}
            />
          ) : (
            <p class="hint">{t('people.closed')}</p>
          )}
        </Part>
      </div>
    </AgentPage>
  );
};

function viewOf(reader: Reader, base: string, person: PersonOn): PersonOnView {
  const { t } = reader;
  const name = person.name || person.email;
  const isAsker = person.part === 'requester';
  return {
    name,
    email: person.name === '' ? '' : person.email,
    isYou: false,
    part: t(
      isAsker ? 'people.asked' : person.hasPlace ? 'people.follows' : person.guest ? 'people.byLink' : 'people.lost',
    ),
    action: isAsker ? null : (
      <form method="post" action={`${base}/people/${handleOf(person)}/removal`}>
        <input type="hidden" name="key" value={newKey()} autocomplete="off" />
        <Button look="quiet">
          {t('people.remove')}
          <span class="unseen"> {name}</span>
        </Button>
      </form>
    ),
  };
}
