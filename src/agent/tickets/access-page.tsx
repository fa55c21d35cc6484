import type { PersonAccess, TicketAccess } from '#tickets/access-page.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { DeskShell } from '../desk-shell.tsx';
import type { PlaceProps } from '../send-place.ts';
import { ticketHref, type View } from './list-input.ts';

interface AccessPageProps extends PlaceProps {
  readonly access: TicketAccess;
  /** Who was asked about, as typed. */
  readonly typed: string;
  readonly fault: 'unknown' | 'unreadable' | null;
  /** The view that the ticket was opened from. */
  readonly from: View;
}

export const AccessPage = ({ frame, actor, counts, access, typed, fault, from }: AccessPageProps) => {
  const { reader, brand } = frame;
  const { t } = reader;
  const { ticket, seenBy, lost, more, asked } = access;
  const account = ticket.accountName;
  return (
    <DeskShell frame={frame} title={t('why.title')} person={actor} counts={counts} current={from}>
      <div class="place">
        <PageHead
          title={t('why.title')}
          back={{ href: ticketHref(ticket.number, from), label: t('why.back') }}
          meta={
            <>
              <span class="number">#{ticket.number}</span> <bdi>{ticket.subject}</bdi>
            </>
          }
        />
        <Asked reader={reader} account={account} asked={asked} fault={fault} />
        <section class="settings-part" aria-label={t('why.title')}>
          <p>{t(seenBy.length > 0 ? 'why.agents' : 'why.nobody', { brand: brand.name })}</p>
          <Reasons reader={reader} account={account} people={seenBy} />
          {more && <p class="hint">{t('why.more')}</p>}
          <p class="hint">
            {reader.rich('why.byLink', {
              link: <a href={`/tickets/${ticket.number}/link-revocation`}>{t('why.byLinkShow')}</a>,
            })}
          </p>
        </section>
        {lost.length > 0 && (
          <Part id="lost" title={t('why.lost')}>
            <Reasons reader={reader} account={account} people={lost} />
          </Part>
        )}
        <Part id="ask" title={t('why.ask')}>
          <form class="find" method="get" action={`/tickets/${ticket.number}/access`}>
            <TextField
              reader={reader}
              name="person"
              label={t('why.askLabel')}
              value={asked ? asked.email : typed}
              maxlength={254}
              required
            />
            <Button icon="eye">{t('why.askDo')}</Button>
          </form>
        </Part>
      </div>
    </DeskShell>
  );
};

const Asked = (
  props: { reader: Reader; account: string } & Pick<AccessPageProps, 'fault'> & { asked: PersonAccess | null },
) => {
  const { reader, account, asked, fault } = props;
  if (!asked && !fault) return null;
  return (
    <Notice tone={fault === 'unreadable' ? 'warning' : 'info'} focus>
      <p>{asked ? sentenceOf(reader, account, asked) : fault && reader.t(`why.${fault}`)}</p>
    </Notice>
  );
};

const Reasons = (props: { reader: Reader; account: string; people: readonly PersonAccess[] }) => (
  <ul class="reasons">
    {props.people.map((person) => (
      <li>
        <span>{sentenceOf(props.reader, props.account, person)}</span>
        <small>
          <bdi>{person.email}</bdi>
        </small>
      </li>
    ))}
  </ul>
);

/** The rule in words; names may be written in any direction. */
function sentenceOf({ rich }: Reader, accountName: string, { name, email, reason }: PersonAccess) {
  const names = { name: <bdi>{name || email}</bdi>, account: <bdi>{accountName}</bdi> };
  return reason.sees ? rich(`why.sees.${reason.because}`, names) : rich(`why.cannot.${reason.because}`, names);
}
