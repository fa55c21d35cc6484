import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { nameOf } from '#identity/people/name-of.ts';
import { addPasskey } from '#identity/second-factor/add-passkey.ts';
import { askForNewPasskey } from '#identity/second-factor/ask-for-passkey.ts';
import type { FactorDeps } from '#identity/second-factor/factor-deps.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { FocusShell } from '#ui/focus-shell.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { partyOf } from './arrive.ts';
import { showAdded } from './codes.tsx';
import { asFresh } from './may-change.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { withPasskeyScript } from './passkey-script.ts';

const here = '/second-factor/passkeys/new';

/** GET /second-factor/passkeys/new */
export function showNewPasskey(c: AppContext): Promise<Response> {
  return asFresh(c, here, ({ deps }) => page(c, deps, deps.origin.device, false));
}

/** POST /second-factor/passkeys/options: what the browser needs to make one. */
export function newPasskeyOptions(c: AppContext): Promise<Response> {
  return asFresh(c, here, async ({ deps }) => c.json(await askForNewPasskey(deps, partyOf(c))));
}

const form = z.strictObject({ credential: z.string().default(''), name: z.string().default('') });

/** POST /second-factor/passkeys */
export async function keepPasskey(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  return asFresh(c, here, async ({ deps }) => {
    const typed = nameOf(fields['name'] ?? '');
    const name = typed.ok ? typed.value : deps.origin.device || 'Passkey';
    const added = await addPasskey(deps, partyOf(c), fields['credential'] ?? '', name);
    return added ? showAdded(c, deps, added) : page(c, deps, name, true);
  });
}

async function page(c: AppContext, deps: FactorDeps, name: string, isRefused: boolean): Promise<Response> {
  const look = withPasskeyScript(await agentLook(c, deps.actor));
  return sendPage(
    c,
    look,
    <NewPasskeyPage frame={look.frame} name={name} isRefused={isRefused} />,
    isRefused ? 422 : 200,
  );
}

const NewPasskeyPage = ({ frame, name, isRefused }: { frame: Frame; name: string; isRefused: boolean }) => {
  const { reader } = frame;
  const { t } = reader;
  return (
    <FocusShell frame={frame} title={t('factor.newPasskey.title')}>
      <h1>{t('factor.newPasskey.title')}</h1>
      {isRefused && (
        <Notice tone="danger" focus>
          <p>{t('factor.newPasskey.refused')}</p>
        </Notice>
      )}
      <p class="lede">{t('factor.newPasskey.intro')}</p>
      <PasskeyForm
        reader={reader}
        kind="create"
        options="/second-factor/passkeys/options"
        action="/second-factor/passkeys"
      >
        <TextField
          reader={reader}
          name="name"
          label={t('factor.newPasskey.name')}
          hint={t('factor.newPasskey.nameHint')}
          value={name}
          maxlength={100}
          required
        />
        <Button look="primary" icon="key" wide>
          {t('factor.newPasskey.submit')}
        </Button>
      </PasskeyForm>
      <ButtonLink href="/second-factor/set-up" look="quiet">
        {t('factor.app.other')}
      </ButtonLink>
    </FocusShell>
  );
};
