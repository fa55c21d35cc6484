import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { hasFactor } from '#identity/second-factor/factors.ts';
import { freshMinutes, isFresh } from '#identity/second-factor/freshness.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { type Arrived, arrive } from './arrive.ts';

/**
 * Runs `work` for somebody who may change how they sign in: the second factor
 * was given, and not long ago. Everybody else is asked for that first and then
 * comes to `page`.
 */
export async function asFresh(
  c: AppContext,
  page: string,
  work: (arrived: Arrived) => Promise<Response>,
): Promise<Response> {
  const arrived = await arrive(c);
  const { deps, factors, isOwed } = arrived;
  if (!isOwed && isFresh(deps.session, factors, c.get('now'))) return work(arrived);
  if (isOwed || hasFactor(factors)) return c.redirect(`/second-factor?return_to=${encodeURIComponent(page)}`, 303);
  const look = await agentLook(c, deps.actor);
  return sendPage(c, look, <SignInAgainPage frame={look.frame} page={page} />, 403);
}

const SignInAgainPage = ({ frame, page }: { frame: Frame; page: string }) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('factor.again.title')}>
      <h1>{t('factor.again.title')}</h1>
      <p>{t('factor.again.text', { minutes: freshMinutes })}</p>
      <form method="post" action="/sign-out">
        <HiddenFields fields={{ return_to: page }} />
        <Button look="primary" wide>
          {t('factor.again.submit')}
        </Button>
      </form>
      <ButtonLink href="/settings/you" look="quiet">
        {t('factor.setUp.later')}
      </ButtonLink>
    </FocusShell>
  );
};
