import { DefinitionList } from '#ui/definition-list.tsx';
import { DeliveryMark } from '#ui/delivery-mark.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { ViewAsForm } from '../view-as/view-as-form.tsx';
import { TicketFields, type TicketFieldsView } from './ticket-fields.tsx';
import { TicketSettings } from './ticket-settings.tsx';
import type { PersonLine, RelatedView, TicketView } from './ticket-view.ts';

interface TicketSideProps {
  reader: Reader;
  ticket: TicketView;
  fields: TicketFieldsView;
  /** Above the composer it is said why it could not be solved. */
  isHeldBack: boolean;
}

/** What stands beside a thread: what can be set, who asked, and what else they asked. */
export const TicketSide = ({ reader, ticket, fields, isHeldBack }: TicketSideProps) => {
  const { t } = reader;
  const name = ticket.requester.name || ticket.requester.email;
  return (
    <aside class="ticket-side" aria-label={t('agent.ticket.facts')}>
      <div class="saving" data-saving>
        <p class="saved" role="status" data-saved={t('agent.ticket.saved')} data-pending={t('agent.ticket.pending')} />
        <TicketSettings reader={reader} ticket={ticket} />
      </div>
      <TicketFields reader={reader} fields={fields} isSaid={isHeldBack} />
      <section>
        <h2>{t('agent.ticket.contact')}</h2>
        <Person person={ticket.requester} />
        <DefinitionList facts={factsOf(reader, ticket)} />
        <ViewAsForm {...{ reader, name }} accountId={ticket.requester.accountId} contactId={ticket.requester.id} />
      </section>
      {ticket.mails.length > 0 && (
        <section>
          <h2>{t('agent.ticket.mails')}</h2>
          {ticket.mails.map((delivery) => (
            <DeliveryMark reader={reader} delivery={delivery} />
          ))}
        </section>
      )}
      <Related
        title={t('agent.ticket.others', { name })}
        tickets={ticket.ofRequester}
        none={t('agent.ticket.noOthers')}
      />
      {ticket.ofAccount.length > 0 && (
        <Related
          title={t('agent.ticket.othersOfAccount', { account: ticket.account.name })}
          tickets={ticket.ofAccount}
          none=""
        />
      )}
    </aside>
  );
};

function factsOf({ t }: Reader, ticket: TicketView) {
  const { participants, followUpOf, followUps } = ticket;
  return [
    { term: t('agent.ticket.account'), value: <AccountLink account={ticket.account} /> },
    { term: t('agent.ticket.source'), value: t(`agent.source.${ticket.source}`) },
    {
      term: t('request.participants'),
      value: (
        <>
          {participants.map((person) => (
            <Person person={person} />
          ))}
          <a href={`/tickets/${ticket.number}/people`}>{t('people.agentLink')}</a>
        </>
      ),
    },
    { term: t('why.fact'), value: <a href={ticket.accessHref}>{t('why.link')}</a> },
    {
      term: t('byLink.agent.link'),
      value: <a href={`/tickets/${ticket.number}/link-revocation`}>{t('byLink.agent.show')}</a>,
    },
    ...(followUpOf
      ? [{ term: t('agent.ticket.followUpOf'), value: <a href={followUpOf.href}>#{followUpOf.number}</a> }]
      : []),
    ...(followUps.length > 0
      ? [
          {
            term: t('people.followedBy'),
            value: followUps.map(({ number, href }) => (
              <>
                <a href={href}>#{number}</a>{' '}
              </>
            )),
          },
        ]
      : []),
  ];
}

const AccountLink = ({ account }: { account: TicketView['account'] }) => (
  <a href={account.href}>
    <bdi>{account.name}</bdi>
  </a>
);

const Person = ({ person }: { person: PersonLine }) => (
  <p class="person">
    <a href={person.href}>
      <bdi>{person.name || person.email}</bdi>
    </a>
    {person.name && (
      <small>
        <bdi>{person.email}</bdi>
      </small>
    )}
  </p>
);

const Related = ({ title, tickets, none }: { title: string; tickets: readonly RelatedView[]; none: string }) => (
  <section>
    <h2>{title}</h2>
    {tickets.length === 0 ? (
      <p class="hint">{none}</p>
    ) : (
      <ul class="related">
        {tickets.map((ticket) => (
          <li>
            <a href={ticket.href}>
              <span class="status" data-category={ticket.status.category}>
                <Icon name={`status-${ticket.status.category}`} />
                <span class="unseen">{ticket.status.label}</span>
              </span>
              <bdi>{ticket.subject}</bdi>
            </a>
          </li>
        ))}
      </ul>
    )}
  </section>
);
