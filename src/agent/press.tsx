import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';

interface PressProps {
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly label: string;
  /** Whom or what it is done to, for who hears the buttons one after the other. */
  readonly of: string;
  /** Shown instead of the words. */
  readonly icon?: IconName;
}

/** A form that is one button in a row of a table. */
export const Press = ({ action, fields = {}, label, of, icon }: PressProps) => (
  <form method="post" action={action}>
    <HiddenFields fields={fields} />
    {icon ? (
      <button type="submit" class="button quiet icon-press" title={label}>
        <Icon name={icon} />
        <span class="unseen">
          {label} {of}
        </span>
      </button>
    ) : (
      <Button look="quiet">
        {label}
        <span class="unseen"> {of}</span>
      </Button>
    )}
  </form>
);
