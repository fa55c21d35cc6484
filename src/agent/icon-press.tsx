import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';

interface IconPressProps {
  action: string;
  fields: Readonly<Record<string, string>>;
  icon: IconName;
  /** What it does: the button shows no words. */
  label: string;
  /** To what, where the label leaves it out. */
  of?: string;
}

/** A form that is one small button beside a thing that it moves or takes away. */
export const IconPress = ({ action, fields, icon, label, of }: IconPressProps) => (
  <form method="post" action={action}>
    <HiddenFields fields={fields} />
    <button type="submit" class="button quiet icon-press" title={label}>
      <Icon name={icon} />
      <span class="unseen">{of === undefined ? label : `${label} ${of}`}</span>
    </button>
  </form>
);

/** The same where it leads to a page that asks first. */
export const IconLink = ({ href, icon, label }: { href: string; icon: IconName; label: string }) => (
  <a href={href} class="button quiet icon-press" title={label}>
    <Icon name={icon} />
    <span class="unseen">{label}</span>
  </a>
);
