import type { Contact } from '#lib/actor.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';

interface ElsewherePageProps {
  frame: Frame;
  actor: Contact;
  number: number;
  /** The workspace that the request is in. */
  made: { readonly accountId: string; readonly name: string };
}

/** The request is in another workspace of this person: offers to go there, and does not go by itself. */
export const ElsewherePage = ({ frame, actor, number, made }: ElsewherePageProps) => {
  const { t } = frame.reader;
  const [title, current] = [t('workspaces.elsewhere.title', { made: made.name }), actor.accountName];
  return (
    <ContactPage frame={frame} actor={actor} title={title} width="reading">
      <PageHead title={title} />
      <div class="blocks">
        <p class="lede">{t('workspaces.elsewhere.text', { current })}</p>
        <div class="actions">
          <form method="post" action="/workspaces">
            <HiddenFields fields={{ workspace: made.accountId, return_to: `/requests/${number}` }} />
            <Button look="primary" icon="swap">
              {t('workspaces.elsewhere.open', { made: made.name })}
            </Button>
          </form>
          <ButtonLink href="/">{t('workspaces.mismatch.stay', { current })}</ButtonLink>
        </div>
      </div>
    </ContactPage>
  );
};
