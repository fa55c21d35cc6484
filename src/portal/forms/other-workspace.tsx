import { run } from '#db/run.ts';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { isKept, pageOfForm } from '#http/form-page.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { keepDraft } from '#identity/drafts/keep-draft.ts';
import { listWorkspaces } from '#identity/workspaces/list-workspaces.ts';
import type { Contact } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';
import { KeptWords } from './kept-words.tsx';

/**
 * The answer to a form whose page was made for another workspace than the
 * person is in now: asks, and does not guess. The words wait in their place
 * there, and stand on this page too.
 */
export async function askForWorkspace(c: AppContext, actor: Contact, fields: Fields): Promise<Response> {
  const scope = c.get('scope');
  const page = pageOfForm(c.req.path);
  const words = fields['body'] ?? fields['emails'] ?? '';
  const waits = isKept(page, fields);
  const kept = !waits ? {} : { kept: keepDraft(scope, actor.id, page, fields) };
  const { workspaces } = await run(scope.db, { workspaces: listWorkspaces(scope, actor.id), ...kept });
  const made = workspaces.find(({ accountId }) => accountId === fields['workspace']) ?? null;
  const look = portalLook(c, actor);
  return sendPage(c, look, <OtherWorkspacePage {...{ frame: look.frame, actor, made, page, words, waits }} />, 409);
}

interface OtherWorkspaceProps {
  frame: Frame;
  actor: Contact;
  /** Null where the person may not enter it any more. */
  made: { readonly accountId: string; readonly name: string } | null;
  page: string;
  words: string;
  /** They stand in their place when the person is back there. */
  waits: boolean;
}

const OtherWorkspacePage = ({ frame, actor, made, page, words, waits }: OtherWorkspaceProps) => {
  const { t } = frame.reader;
  const current = actor.accountName;
  return (
    <ContactPage frame={frame} actor={actor} title={t('workspaces.mismatch.title')} width="reading">
      <PageHead title={t('workspaces.mismatch.title')} />
      <div class="blocks">
        <p class="lede">
          {made
            ? t('workspaces.mismatch.text', { made: made.name, current })
            : t('workspaces.mismatch.lost', { current })}
        </p>
        <div class="actions">
          {made && (
            <form method="post" action="/workspaces">
              <input type="hidden" name="workspace" value={made.accountId} />
              <input type="hidden" name="return_to" value={page} />
              <Button look="primary" icon="swap">
                {t('workspaces.mismatch.back', { made: made.name })}
              </Button>
            </form>
          )}
          <ButtonLink href="/">{t('workspaces.mismatch.stay', { current })}</ButtonLink>
        </div>
        {made && waits && <p class="hint">{t('kept.waits')}</p>}
        <KeptWords reader={frame.reader} words={words} />
      </div>
    </ContactPage>
  );
};
