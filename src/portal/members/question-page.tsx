import type { Contact } from '#lib/actor.ts';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import type { Frame } from '#ui/frame.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';

export interface QuestionPageProps {
  frame: Frame;
  actor: Contact;
  title: string;
  back: { href: string; label: string };
  /** Why it cannot be done; then there is no form. */
  refusal: string | null;
  form: Omit<Parameters<typeof ConfirmForm>[0], 'cancel'>;
}

/** Asks once more, and says what it means, before somebody's access changes. */
export const QuestionPage = ({ frame, actor, title, back, refusal, form }: QuestionPageProps) => {
  const { t } = frame.reader;
  return (
    <ContactPage frame={frame} actor={actor} title={title} current="members" width="reading">
      <PageHead title={title} back={back} />
      {refusal === null ? (
        <ConfirmForm
          {...form}
          fields={{ workspace: actor.accountId, ...form.fields }}
          cancel={{ href: back.href, label: t('common.cancel') }}
        />
      ) : (
        <Notice tone="warning" focus>
          <p>{refusal}</p>
        </Notice>
      )}
    </ContactPage>
  );
};
