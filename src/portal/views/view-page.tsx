import type { Contact } from '#lib/actor.ts';
import { longestViewName } from '#tickets/views/view.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choices } from '#ui/choices.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import type { Frame } from '#ui/frame.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ContactPage } from '../contact-page.tsx';

export interface ViewPageProps {
  frame: Frame;
  actor: Contact;
  title: string;
  action: string;
  /** The list that the view stands for. */
  backHref: string;
  name: string;
  fault?: string | undefined;
  /** What is sent along. */
  fields?: Readonly<Record<string, string>>;
  /** For whom; absent where that is settled. */
  audience?: 'me' | 'account';
  /** Why it cannot be kept. */
  refusal?: string | undefined;
  /** Where it is kept no longer; absent for a new one. */
  removal?: string;
}

/** The name of a view: of a new one, or to change. */
export const ViewPage = (props: ViewPageProps) => {
  const { frame, actor, title, name, fault, audience, refusal, removal } = props;
  const { reader } = frame;
  const { t } = reader;
  const workspace = { workspace: actor.accountId };
  return (
    <ContactPage frame={frame} actor={actor} title={title} width="reading">
      <PageHead title={title} back={{ href: props.backHref, label: t('views.back') }} />
      {refusal && (
        <Notice tone="warning" focus>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary reader={reader} errors={faultsOf(['name'], { name: fault })} />
      <form class="form" method="post" action={props.action} novalidate>
        <HiddenFields fields={{ ...workspace, ...props.fields }} />
        <TextField
          reader={reader}
          required
          name="name"
          label={t('views.name')}
          hint={t('views.name.hint')}
          value={name}
          error={fault}
          maxlength={2 * longestViewName}
          autocomplete="off"
        />
        {audience && actor.role === 'admin' && (
          <Choices
            reader={reader}
            name="for"
            label={t('views.for')}
            value={audience}
            choices={[
              { value: 'me', label: t('views.for.me') },
              {
                value: 'account',
                label: t('views.for.account', { workspace: actor.accountName }),
                hint: t('views.for.hint'),
              },
            ]}
          />
        )}
        <div class="actions">
          <Button look="primary">{t('views.save')}</Button>
          <ButtonLink href={props.backHref}>{t('common.cancel')}</ButtonLink>
        </div>
      </form>
      {removal && (
        <form class="form view-removal" method="post" action={removal}>
          <HiddenFields fields={workspace} />
          <p class="hint">{t('views.removal.says')}</p>
          <div class="actions">
            <Button look="danger">{t('views.removal')}</Button>
          </div>
        </form>
      )}
    </ContactPage>
  );
};
