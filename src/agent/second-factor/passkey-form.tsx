import type { Child } from 'hono/jsx';
import type { Reader } from '#ui/reader.ts';

interface PasskeyFormProps {
  reader: Reader;
  kind: 'create' | 'get';
  /** Answers with what the browser needs, by POST. */
  options: string;
  action: string;
  returnTo?: string;
  /** Fields and the button. */
  children: Child;
}

/** A form that a passkey fills in: `<passkey-form>` shows it where the browser can, and asks the device on sending. */
export const PasskeyForm = ({ reader: { t }, kind, options, action, returnTo, children }: PasskeyFormProps) => (
  <passkey-form
    data-kind={kind}
    data-options={options}
    data-unsupported={t('factor.passkey.unsupported')}
    data-failed={t('factor.passkey.failed')}
    data-waiting={t('factor.passkey.waiting')}
  >
    <form class="form" method="post" action={action} hidden>
      <input type="hidden" name="credential" autocomplete="off" />
      {returnTo !== undefined && <input type="hidden" name="return_to" value={returnTo} />}
      {children}
    </form>
    <p class="hint" role="status" data-said></p>
    <noscript>
      <p class="hint">{t('factor.passkey.noScript')}</p>
    </noscript>
  </passkey-form>
);
