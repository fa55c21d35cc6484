import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';

export interface SignInPageProps {
  frame: Frame;
  returnTo: string;
  email?: string;
  /** To the company's own product, which signs people in too. */
  remoteHref?: string | undefined;
  /** What is wrong with the address. */
  error?: string | undefined;
  notice?: { readonly tone: 'info' | 'success' | 'warning' | 'danger'; readonly text: string } | undefined;
}

/** The one question: your address. */
export const SignInPage = ({ frame, returnTo, email, remoteHref, error, notice }: SignInPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <FocusShell frame={frame} title={t('signIn.title')}>
      <h1>{t('signIn.heading', { brand: frame.brand.name })}</h1>
      {notice && (
        <Notice tone={notice.tone} focus>
          <p>{notice.text}</p>
        </Notice>
      )}
      <ErrorSummary reader={reader} errors={error ? [{ field: 'email', message: error }] : []} />
      {remoteHref && (
        <ButtonLink href={remoteHref} look="primary" wide>
          {t('handOff.continueWith', { brand: frame.brand.name })}
        </ButtonLink>
      )}
      <p class="lede">{remoteHref ? t('handOff.orByMail') : t('signIn.intro')}</p>
      <AskForm
        frame={frame}
        returnTo={returnTo}
        email={email}
        error={error}
        button={t('signIn.send')}
        look={remoteHref ? 'secondary' : 'primary'}
        autofocus={!notice && !error && !remoteHref}
      />
    </FocusShell>
  );
};

interface AskFormProps {
  frame: Frame;
  returnTo: string;
  email?: string | undefined;
  error?: string | undefined;
  button: string;
  look?: 'primary' | 'secondary';
  autofocus?: boolean;
}

/** The form that asks for a link and a code; also where a new one is offered. */
export const AskForm = ({
  frame: { reader },
  returnTo,
  email,
  error,
  button,
  look = 'primary',
  autofocus = false,
}: AskFormProps) => (
  <form class="form" method="post" action="/sign-in">
    <input type="hidden" name="return_to" value={returnTo} />
    <TextField
      reader={reader}
      name="email"
      type="email"
      label={reader.t('signIn.email')}
      value={email}
      error={error}
      autocomplete="username"
      autofocus={autofocus}
      required
    />
    <Button look={look} wide>
      {button}
    </Button>
  </form>
);
