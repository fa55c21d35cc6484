import { raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CodeField } from '#ui/code-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';

interface AuthenticatorPageProps {
  frame: Frame;
  /** Base32. */
  text: string;
  /** `otpauth://…` */
  uri: string;
  isWrong: boolean;
}

/** The key as a picture and as text, and the field for the first code. */
export const AuthenticatorPage = ({ frame, text, uri, isWrong }: AuthenticatorPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const error = isWrong ? t('factor.app.wrong') : undefined;
  return (
    <FocusShell frame={frame} title={t('factor.app.title')}>
      <h1>{t('factor.app.title')}</h1>
      <ErrorSummary reader={reader} errors={error ? [{ field: 'code', message: error }] : []} />
      <p>{t('factor.app.scan')}</p>
      <div class="qr" role="img" aria-label={t('factor.app.qr')}>
        {raw(renderSVG(uri, { border: 2, ecc: 'M' }))}
      </div>
      <p class="hint">
        {t('factor.app.key')} <code class="secret-key">{text.replace(/(.{4})(?=.)/g, '$1 ')}</code>{' '}
        <a href={uri}>{t('factor.app.open')}</a>
      </p>
      <form class="form" method="post" action="/second-factor/authenticator/confirmation">
        <CodeField reader={reader} label={t('factor.app.code')} hint={t('factor.give.codeHint')} error={error} />
        <Button look="primary" wide>
          {t('factor.app.submit')}
        </Button>
      </form>
      <ButtonLink href="/second-factor/set-up" look="quiet">
        {t('factor.app.other')}
      </ButtonLink>
    </FocusShell>
  );
};
