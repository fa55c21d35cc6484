import { newKey } from '#http/form-key.ts';
import type { Contact } from '#lib/actor.ts';
import { handleOf, type LoadedPeople, type PersonOn } from '#tickets/people/people-page.ts';
import { mayRemove } from '#tickets/people/people-rules.ts';
import { takesReply } from '#tickets/status-rules.ts';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Part } from '#ui/part.tsx';
import { AddPeople } from '#ui/people/add-people.tsx';
import { PeopleTable, type PersonOnView } from '#ui/people/people-table.tsx';
import type { Reader } from '#ui/reader.ts';
import { ContactPage } from '../contact-page.tsx';
import { HiddenKeys } from '../forms/hidden-keys.tsx';
import { nameOnRequest, type PeopleForm, partOf } from './people-view.ts';

interface PeoplePageProps {
  frame: Frame;
  actor: Contact;
  ticket: NonNullable<LoadedPeople['ticket']>;
  rows: LoadedPeople;
  form: PeopleForm;
}

/** Who follows a request, and putting somebody on it. */
export const PeoplePage = ({ frame, actor, ticket, rows, form }: PeoplePageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const base = `/requests/${ticket.number}`;
  const title = t('people.title', { number: String(ticket.number) });
  const isLooking = actor.viewedBy !== null;
  return (
    <ContactPage frame={frame} actor={actor} title={title} current="requests" width="reading">
      <PageHead
        title={title}
        back={{ href: base, label: t('people.back') }}
        meta={
          <span>
            <bdi>{ticket.subject}</bdi>
          </span>
        }
      />
      <div class="blocks">
        <Told reader={reader} form={form} />
        <p>{t('people.what')}</p>
        <PeopleTable
          reader={reader}
          people={rows.people.map((person) => viewOf(reader, actor, ticket, person, isLooking))}
        />
        {!isLooking && (
          <Part id="add" title={t('people.addTitle')}>
            {takesReply(ticket.category) ? (
              <Adding reader={reader} actor={actor} rows={rows} form={form} action={`${base}/people`} />
            ) : (
              <p class="hint">{t('people.closed')}</p>
            )}
          </Part>
        )}
      </div>
    </ContactPage>
  );
};

type AddingProps = { reader: Reader; actor: Contact; rows: LoadedPeople; form: PeopleForm; action: string };

const Adding = ({ reader, actor, rows: { rules, colleagues }, form, action }: AddingProps) => {
  const error =
    form.fault === 'address' || form.fault === 'missing' ? reader.t(`people.fault.${form.fault}`) : undefined;
  return (
    <AddPeople
      reader={reader}
      action={action}
      colleagues={colleagues.map(({ id, name }) => ({
        value: id,
        label: name === '' ? reader.t('request.unnamed', { workspace: actor.accountName }) : name,
      }))}
      choiceError={form.fault === 'unchosen' ? reader.t('people.fault.unchosen') : undefined}
      byAddress={rules.policy === 'anyone' && rules.hasLinks ? { typed: form.typed, error } : null}
      hidden={() => <HiddenKeys keys={{ key: newKey(), workspace: actor.accountId }} />}
    />
  );
};

const Told = ({ reader: { t }, form: { said, fault } }: { reader: Reader; form: PeopleForm }) => {
  if (said) {
    return (
      <Notice tone="success" focus>
        <p>{t(`people.said.${said}`)}</p>
      </Notice>
    );
  }
  return fault ? (
    <Notice tone="warning" focus>
      <p>{t(`people.fault.${fault}`)}</p>
    </Notice>
  ) : null;
};

function viewOf(
  reader: Reader,
  actor: Contact,
  { number, requesterId }: NonNullable<LoadedPeople['ticket']>,
  person: PersonOn,
  isLooking: boolean,
): PersonOnView {
  const isYou = person.contactId === actor.id;
  const name = nameOnRequest(reader, actor, person);
  const removal = `/requests/${number}/people/${handleOf(person)}/removal`;
  const may = !isLooking && mayRemove(actor, person, requesterId);
  const label = reader.t(isYou ? 'people.leave' : 'people.remove');
  return {
    name,
    email: '',
    isYou,
    part: partOf(reader, person),
    action: may ? (
      <a href={removal} aria-label={isYou ? label : reader.t('people.removeWhom', { name })}>
        {label}
      </a>
    ) : null,
  };
}
