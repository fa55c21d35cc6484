import { Button } from '#ui/button.tsx';
import { CodeField } from '#ui/code-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { PasskeyForm } from './passkey-form.tsx';

export type GiveFault = 'wrong' | 'wrongRecovery' | 'wait' | 'wrongPasskey';

interface GivePageProps {
  frame: Frame;
  email: string;
  returnTo: string;
  hasApp: boolean;
  hasPasskeys: boolean;
  hasCodes: boolean;
  fault: GiveFault | null;
}

/** The second step of signing in: what this person has set up, and nothing else. */
export const GivePage = (props: GivePageProps) => {
  const { frame, email, hasApp, hasPasskeys, hasCodes, fault } = props;
  const { t, rich } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('factor.give.title')}>
      <h1>{t('factor.give.title')}</h1>
      {fault === 'wrong' || fault === 'wrongRecovery' ? (
        <ErrorSummary
          reader={frame.reader}
          errors={[{ field: fault === 'wrong' ? 'code' : 'recovery', message: t(`factor.give.${fault}`) }]}
        />
      ) : (
        fault && (
          <Notice tone="danger" focus>
            <p>{t(`factor.give.${fault}`)}</p>
          </Notice>
        )
      )}
      <p>{rich('factor.give.intro', { email: <b class="address">{email}</b> })}</p>
      {hasPasskeys && <ByPasskey {...props} />}
      {hasPasskeys && hasApp && <p class="or">{t('factor.give.or')}</p>}
      {hasApp && <ByApp {...props} />}
      {hasCodes && <ByRecovery {...props} />}
      <p class="hint">{t('factor.give.lost')}</p>
      <form class="actions" method="post" action="/sign-out">
        <Button look="quiet">{t('factor.give.other')}</Button>
      </form>
    </FocusShell>
  );
};

const ByPasskey = ({ frame: { reader }, returnTo }: GivePageProps) => (
  <PasskeyForm
    reader={reader}
    kind="get"
    options="/second-factor/options"
    action="/second-factor/passkey"
    returnTo={returnTo}
  >
    <Button look="primary" icon="key" wide>
      {reader.t('factor.give.passkey')}
    </Button>
  </PasskeyForm>
);

const ByApp = ({ frame: { reader }, returnTo, hasPasskeys, fault }: GivePageProps) => {
  const { t } = reader;
  const error = fault === 'wrong' ? t('factor.give.wrong') : undefined;
  return (
    <form class="form" method="post" action="/second-factor">
      <HiddenFields fields={{ return_to: returnTo }} />
      <CodeField reader={reader} label={t('factor.give.code')} hint={t('factor.give.codeHint')} error={error} />
      <Button look={hasPasskeys ? 'secondary' : 'primary'} wide>
        {t('factor.give.submit')}
      </Button>
    </form>
  );
};

const ByRecovery = ({ frame: { reader }, returnTo, fault }: GivePageProps) => {
  const { t } = reader;
  const error = fault === 'wrongRecovery' ? t('factor.give.wrongRecovery') : undefined;
  return (
    <details class="recover" open={error !== undefined}>
      <summary>{t('factor.give.recover')}</summary>
      <form class="form" method="post" action="/second-factor">
        <HiddenFields fields={{ return_to: returnTo }} />
        <TextField
          reader={reader}
          id="recovery"
          name="code"
          label={t('factor.give.recovery')}
          hint={t('factor.give.recoveryHint')}
          error={error}
          autocomplete="off"
          maxlength={60}
          required
        />
        <Button wide>{t('factor.give.submit')}</Button>
      </form>
    </details>
  );
};
