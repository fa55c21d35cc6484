import { Button, ButtonLink } from '#ui/button.tsx';
import { CodeField } from '#ui/code-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';

export interface CodePageProps {
  frame: Frame;
  email: string;
  returnTo: string;
  attempt: string;
  error?: string | undefined;
}

/** Where the code is typed. It says the same for every address, known or not. */
export const CodePage = ({ frame, email, returnTo, attempt, error }: CodePageProps) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <FocusShell frame={frame} title={t('code.title')}>
      <h1>{t('code.title')}</h1>
      <ErrorSummary reader={reader} errors={error ? [{ field: 'code', message: error }] : []} />
      <p>{reader.rich('code.sent', { email: <b class="address">{email}</b> })}</p>
      <form class="form" method="post" action="/sign-in/code">
        <input type="hidden" name="attempt" value={attempt} />
        <input type="hidden" name="return_to" value={returnTo} />
        <CodeField reader={reader} label={t('code.label')} hint={t('code.hint')} error={error} />
        <Button look="primary" wide>
          {t('code.submit')}
        </Button>
      </form>
      <p class="hint">
        {t('code.here')} {t('code.limit')} {t('code.nothingCame')}
      </p>
      <form class="actions" method="post" action="/sign-in">
        <input type="hidden" name="return_to" value={returnTo} />
        <input type="hidden" name="email" value={email} />
        <Button>{t('code.sendNew')}</Button>
        <ButtonLink look="quiet" href={`/sign-in?by=mail&return_to=${encodeURIComponent(returnTo)}`}>
          {t('code.otherAddress')}
        </ButtonLink>
      </form>
    </FocusShell>
  );
};
