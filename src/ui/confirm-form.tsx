import { Button, ButtonLink } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';

interface ConfirmFormProps {
  /** What will happen, a sentence or two each. */
  says: readonly string[];
  action: string;
  /** Sent along. */
  fields?: Readonly<Record<string, string>>;
  label: string;
  look?: 'primary' | 'danger';
  cancel: { href: string; label: string };
}

/** The question before something that is not easily undone: what it means, one button, and the way back. */
export const ConfirmForm = ({ says, action, fields = {}, label, look = 'danger', cancel }: ConfirmFormProps) => (
  <form class="form confirm" method="post" action={action}>
    {says.map((sentence) => (
      <p>{sentence}</p>
    ))}
    <HiddenFields fields={fields} />
    <div class="actions">
      <Button look={look}>{label}</Button>
      <ButtonLink href={cancel.href}>{cancel.label}</ButtonLink>
    </div>
  </form>
);
