import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import type { FactorDeps } from '#identity/second-factor/factor-deps.ts';
import { hasFactor } from '#identity/second-factor/factors.ts';
import { makeRecoveryCodes } from '#identity/second-factor/make-recovery-codes.ts';
import type { Added } from '#identity/second-factor/set-up-totp.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { asFresh } from './may-change.tsx';

const here = '/second-factor/recovery-codes';

/** After a factor was added: the codes that came with the first one, or back to the settings. */
export async function showAdded(c: AppContext, deps: FactorDeps, { codes }: Added): Promise<Response> {
  return codes === null ? c.redirect('/settings/you?said=factor-added', 303) : codesPage(c, deps, codes, true);
}

/** GET /second-factor/recovery-codes: asks first, for the older ones stop working. */
export function askForCodes(c: AppContext): Promise<Response> {
  return asFresh(c, here, async ({ deps, factors }) => {
    if (!hasFactor(factors)) return c.redirect('/second-factor/set-up', 303);
    const look = await agentLook(c, deps.actor);
    const { t } = look.frame.reader;
    const cancel = { href: '/settings/you', label: t('common.cancel') };
    const page = (
      <FocusShell frame={look.frame} title={t('factor.codes.new.title')}>
        <h1>{t('factor.codes.new.title')}</h1>
        <ConfirmForm
          says={[t('factor.codes.new.says')]}
          action={here}
          label={t('factor.codes.new.submit')}
          look="primary"
          cancel={cancel}
        />
      </FocusShell>
    );
    return sendPage(c, look, page);
  });
}

/** POST /second-factor/recovery-codes */
export function makeCodes(c: AppContext): Promise<Response> {
  return asFresh(c, here, async ({ deps, factors }) => {
    if (!hasFactor(factors)) return c.redirect('/second-factor/set-up', 303);
    return codesPage(c, deps, await makeRecoveryCodes(deps), false);
  });
}

async function codesPage(c: AppContext, deps: FactorDeps, codes: readonly string[], isNew: boolean): Promise<Response> {
  const look = await agentLook(c, deps.actor);
  return sendPage(c, look, <CodesPage frame={look.frame} email={deps.actor.email} {...{ codes, isNew }} />);
}

interface CodesPageProps {
  readonly frame: Frame;
  readonly email: string;
  readonly codes: readonly string[];
  readonly isNew: boolean;
}

const CodesPage = ({ frame, email, codes, isNew }: CodesPageProps) => {
  const { t } = frame.reader;
  const file = [t('factor.codes.fileHead', { email }), '', ...codes, ''].join('\r\n');
  return (
    <FocusShell frame={frame} title={t('factor.codes.title')}>
      <h1>{t('factor.codes.title')}</h1>
      {isNew && (
        <Notice tone="success" focus>
          <p>{t('factor.codes.added')}</p>
        </Notice>
      )}
      <p>{t('factor.codes.text')}</p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p class="hint">{t('factor.codes.select')}</p>
      {/* The file stands in the page itself: the codes are asked for and sent once, and kept nowhere. */}
      <a
        class="button secondary wide"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        download="recovery-codes.txt"
      >
        {t('factor.codes.download')}
      </a>
      <ButtonLink href="/settings/you" look="primary" wide>
        {t('factor.codes.done')}
      </ButtonLink>
    </FocusShell>
  );
};
