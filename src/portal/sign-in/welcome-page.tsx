import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { TextField } from '#ui/text-field.tsx';

export interface WelcomePageProps {
  frame: Frame;
  returnTo: string;
  name: string;
  error?: string;
}

/** The one question that is asked of a new contact. */
export const WelcomePage = ({ frame, returnTo, name, error }: WelcomePageProps) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <FocusShell frame={frame} title={t('welcome.title')}>
      <h1>{t('welcome.title')}</h1>
      <ErrorSummary reader={reader} errors={error ? [{ field: 'name', message: error }] : []} />
      <p class="lede">{t('welcome.intro')}</p>
      <form class="form" method="post" action="/welcome">
        <input type="hidden" name="return_to" value={returnTo} />
        <TextField
          reader={reader}
          name="name"
          label={t('welcome.name')}
          value={name}
          error={error}
          autocomplete="name"
          autofocus={!error}
          required
        />
        <Button look="primary" wide>
          {t('welcome.submit')}
        </Button>
      </form>
    </FocusShell>
  );
};
