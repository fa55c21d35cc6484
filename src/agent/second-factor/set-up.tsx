import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { hasFactor } from '#identity/second-factor/factors.ts';
import { ButtonLink } from '#ui/button.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Icon } from '#ui/icon.tsx';
import { arrive } from './arrive.ts';

/** GET /second-factor/set-up: the choice between an app and a passkey; all that somebody without gets where one is required. */
export async function showSetUp(c: AppContext): Promise<Response> {
  const { deps, factors, isOwed, isRequired } = await arrive(c);
  const back = c.req.query('return_to') ?? '/';
  const isDue = isOwed || (isRequired && deps.session.secondFactor !== 'passed');
  if (hasFactor(factors) && isDue) return c.redirect(`/second-factor?return_to=${encodeURIComponent(back)}`, 303);
  const look = await agentLook(c, deps.actor);
  const brand = isRequired && isDue ? deps.scope.tenant.brand.name : null;
  return sendPage(c, look, <SetUpPage frame={look.frame} requiredBy={brand} hasApp={factors.totpSince !== null} />);
}

interface SetUpPageProps {
  frame: Frame;
  /** The company that wants one before anything else. */
  requiredBy: string | null;
  hasApp: boolean;
}

const SetUpPage = ({ frame, requiredBy, hasApp }: SetUpPageProps) => {
  const { t } = frame.reader;
  return (
    <FocusShell frame={frame} title={t('factor.setUp.title')}>
      <h1>{t('factor.setUp.title')}</h1>
      <p class="lede">
        {requiredBy !== null && t('factor.setUp.required', { brand: requiredBy })} {t('factor.setUp.why')}
      </p>
      <ul class="workspaces">
        {!hasApp && (
          <li>
            <form method="post" action="/second-factor/authenticator">
              <button type="submit" class="workspace-choice">
                {t('factor.setUp.app')}
                <small>{t('factor.setUp.appText')}</small>
                <Icon name="chevron" />
              </button>
            </form>
          </li>
        )}
        <li>
          <a class="workspace-choice" href="/second-factor/passkeys/new">
            {t('factor.setUp.passkey')}
            <small>{t('factor.setUp.passkeyText')}</small>
            <Icon name="chevron" />
          </a>
        </li>
      </ul>
      {requiredBy === null ? (
        <ButtonLink href="/settings/you" look="quiet">
          {t('factor.setUp.later')}
        </ButtonLink>
      ) : (
        <form method="post" action="/sign-out">
          <button type="submit" class="button quiet">
            {t('factor.give.other')}
          </button>
        </form>
      )}
    </FocusShell>
  );
};
