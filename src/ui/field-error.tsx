import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

/** What is wrong with a control, below it; `id` is the control's. Nothing where all is well. */
export const FieldErrorLine = ({ reader, id, error }: { reader: Reader; id: string; error: string | undefined }) =>
  error ? (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="alert" />
      <span class="unseen">{reader.t('common.errorPrefix')} </span>
      {error}
    </p>
  ) : null;
