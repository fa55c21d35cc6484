import { Button } from '#ui/button.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { TicketTags } from './ticket-tags.tsx';
import type { SettingView, TicketView } from './ticket-view.ts';

const fields = ['status', 'priority', 'assignee', 'team'] as const;

/** A small form for each field; updates replace them by id. */
export const TicketSettings = ({ reader, ticket }: { reader: Reader; ticket: TicketView }) => (
  <section id="ticket-settings" class="settings" aria-label={reader.t('agent.ticket.facts')}>
    {fields.map((field) => (
      <Setting reader={reader} field={field} setting={ticket.settings[field]} />
    ))}
    <TicketTags reader={reader} tags={ticket.tags} />
  </section>
);

const Setting = (props: { reader: Reader; field: (typeof fields)[number]; setting: SettingView }) => {
  const { reader, field, setting } = props;
  return (
    <quiet-form>
      <form method="post" action={setting.action} class="setting" autocomplete="off">
        <input type="hidden" name="key" value={setting.key} />
        <Select
          reader={reader}
          name={field}
          id={`set-${field}`}
          label={reader.t(`agent.ticket.${field}`)}
          options={setting.options}
          value={setting.value}
          required
        />
        <Button look="quiet">
          {reader.t('agent.ticket.update')}
          <span class="unseen"> {reader.t(`agent.ticket.${field}`)}</span>
        </Button>
      </form>
    </quiet-form>
  );
};
