import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';

interface PressProps {
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: string;
  /** Whom or what it is done to, for who hears the buttons one after the other. */
  readonly of: string;
}

/** A form that is one button in a row of a table. */
export const Press = ({ action, fields = {}, label, of }: PressProps) => (
  <form method="post" action={action}>
    <HiddenFields fields={fields} />
    <Button look="quiet">
      {label}
      <span class="unseen"> {of}</span>
    </Button>
  </form>
);
