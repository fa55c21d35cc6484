import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { choiceFields, wasName } from './ticket-choices.ts';
import { TicketTags } from './ticket-tags.tsx';
import type { TicketView } from './ticket-view.ts';

/**
 * What is chosen for a ticket. With script each choice is saved as it is made;
 * without it one button saves all. Updates replace it by its id.
 */
export const TicketSettings = ({ reader, ticket }: { reader: Reader; ticket: TicketView }) => {
  const { t } = reader;
  const { action, key, choices, stale } = ticket.settings;
  return (
    <section id="ticket-settings" class="settings" aria-label={t('agent.ticket.facts')}>
      {stale.length > 0 && (
        <Notice tone="warning" focus>
          {stale.map((words) => (
            <p>{words}</p>
          ))}
          <p>{t('agent.ticket.stale')}</p>
        </Notice>
      )}
      <quiet-form data-at-once>
        <form method="post" action={action} class="choices-of" autocomplete="off">
          <input type="hidden" name="key" value={key} />
          {choiceFields.map((field) => (
            <>
              <input type="hidden" name={wasName(field)} value={choices[field].value} />
              <Select
                reader={reader}
                name={field}
                id={`set-${field}`}
                label={t(`agent.ticket.${field}`)}
                options={choices[field].options}
                value={choices[field].value}
                required
              />
            </>
          ))}
          <Button>{t('agent.ticket.save')}</Button>
        </form>
      </quiet-form>
      <TicketTags reader={reader} tags={ticket.tags} />
    </section>
  );
};
