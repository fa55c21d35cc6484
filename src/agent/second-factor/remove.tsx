import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { removePasskey, removeTotp } from '#identity/second-factor/remove-factor.ts';
import { notFound } from '#lib/problem.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Arrived } from './arrive.ts';
import { asFresh } from './may-change.tsx';

const done = '/settings/you?said=factor-removed';
const appPage = '/second-factor/authenticator/removal';

/** GET /second-factor/authenticator/removal */
export function askToRemoveApp(c: AppContext): Promise<Response> {
  return asFresh(c, appPage, async (arrived) => {
    if (arrived.factors.totpSince === null) throw notFound();
    return page(c, arrived, appPage, (t) => [t('factor.remove.app.title'), t('factor.remove.app.says')]);
  });
}

/** POST /second-factor/authenticator/removal */
export function removeApp(c: AppContext): Promise<Response> {
  return asFresh(c, appPage, async ({ deps }) => {
    await removeTotp(deps);
    return c.redirect(done, 303);
  });
}

/** GET /second-factor/passkeys/:passkey/removal */
export function askToRemovePasskey(c: AppContext, id: string): Promise<Response> {
  return asFresh(c, passkeyPage(id), async (arrived) => {
    const passkey = arrived.factors.passkeys.find((each) => each.id === id);
    if (!passkey) throw notFound();
    return page(c, arrived, passkeyPage(id), (t) => [
      t('factor.remove.passkey.title', { name: passkey.name }),
      t('factor.remove.passkey.says'),
    ]);
  });
}

/** POST /second-factor/passkeys/:passkey/removal */
export function removeOnePasskey(c: AppContext, id: string): Promise<Response> {
  return asFresh(c, passkeyPage(id), async ({ deps }) => {
    await removePasskey(deps, id);
    return c.redirect(done, 303);
  });
}

function passkeyPage(id: string): string {
  return `/second-factor/passkeys/${encodeURIComponent(id)}/removal`;
}

type T = Awaited<ReturnType<typeof agentLook>>['frame']['reader']['t'];

async function page(
  c: AppContext,
  { deps, factors, isRequired }: Arrived,
  action: string,
  words: (t: T) => readonly [title: string, says: string],
): Promise<Response> {
  const look = await agentLook(c, deps.actor);
  const { t } = look.frame.reader;
  const [title, says] = words(t);
  const isLast = factors.passkeys.length + (factors.totpSince === null ? 0 : 1) === 1;
  const more = isLast ? [t('factor.remove.last'), ...(isRequired ? [t('factor.remove.lastRequired')] : [])] : [];
  return sendPage(
    c,
    look,
    <FocusShell frame={look.frame} title={title}>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <ConfirmForm
        says={[says, ...more]}
        action={action}
        label={t('factor.remove.submit')}
        cancel={{ href: '/settings/you', label: t('common.cancel') }}
      />
    </FocusShell>,
  );
}
