import { AgentComposer } from '#ui/agent-composer.tsx';
import { composerErrors } from '#ui/composer.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FormDraft } from '#ui/form-draft.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import type { PersonView } from '#ui/person-menu.tsx';
import { PresenceLine } from '#ui/presence-line.tsx';
import type { Reader } from '#ui/reader.ts';
import { DeskShell, type ViewCounts } from '../desk-shell.tsx';
import type { ComposerView } from './composer-view.ts';
import { draftDays } from './draft-days.ts';
import { ticketHref, type View } from './list-input.ts';
import { NeededNotice } from './needed-notice.tsx';
import { ThreadEntries } from './thread-entries.tsx';
import type { ThreadView } from './thread-view.ts';
import type { TicketFieldsView } from './ticket-fields.tsx';
import { TicketHead } from './ticket-head.tsx';
import { TicketSide } from './ticket-side.tsx';
import type { TicketView } from './ticket-view.ts';

interface TicketPageProps {
  frame: Frame;
  person: PersonView & { id: string };
  counts: ViewCounts;
  /** The view that the ticket was opened from. */
  from: View;
  ticket: TicketView;
  fields: TicketFieldsView;
  thread: ThreadView;
  composer: ComposerView;
}

export const TicketPage = ({ frame, person, counts, from, ticket, fields, thread, composer }: TicketPageProps) => {
  const { reader, brand } = frame;
  return (
    <DeskShell
      frame={frame}
      title={`#${ticket.number} ${ticket.subject}`}
      person={person}
      counts={counts}
      current={from}
    >
      <div class="ticket">
        <div class="ticket-main">
          <TicketHead
            reader={reader}
            ticket={ticket}
            from={from}
            writeHref={`${thread.newerHref === null ? '' : thread.newestHref}#body`}
            noteOnly={composer.noteOnly === true}
          />
          <ThreadEntries reader={reader} thread={thread} after={thread.last ?? 0} />
          {thread.newerHref === null && (
            <>
              <PresenceLine reader={reader} />
              <ErrorSummary reader={reader} errors={composerErrors(reader, composer)} />
              {composer.isHeldBack && <NeededNotice reader={reader} fields={fields.missing} />}
              {composer.stopped && (
                <Notice tone="warning" focus>
                  <p>{composer.stopped}</p>
                </Notice>
              )}
              <Composer
                {...{ reader, from, composer }}
                brandName={brand.name}
                number={ticket.number}
                person={person.id}
              />
            </>
          )}
        </div>
        <TicketSide reader={reader} ticket={ticket} fields={fields} isHeldBack={composer.isHeldBack} />
      </div>
    </DeskShell>
  );
};

type ComposerProps = {
  reader: Reader;
  brandName: string;
  number: number;
  from: View;
  composer: ComposerView;
  /** The agent's id. */
  person: string;
};

const Composer = ({ reader, brandName, number, from, composer, person }: ComposerProps) => {
  const { key, seen, stopped: _, isHeldBack: __, ...fields } = composer;
  return (
    <AgentComposer
      reader={reader}
      brandName={brandName}
      action={ticketHref(number, from, '/entries')}
      previewAction={`${ticketHref(number, from, '/preview')}#reply`}
      {...fields}
    >
      <input type="hidden" name="key" value={key} autocomplete="off" />
      <input type="hidden" name="seen" value={String(seen)} autocomplete="off" />
      <FormDraft {...{ reader, person }} form={`ticket/${number}`} fresh={composer.value === ''} days={draftDays} />
    </AgentComposer>
  );
};
