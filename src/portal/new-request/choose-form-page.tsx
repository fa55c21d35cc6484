import type { OfferedForm } from '#forms/asked-form.ts';
import type { Contact } from '#lib/actor.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import type { Frame } from '#ui/frame.ts';
import { Icon, isIcon } from '#ui/icon.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';

interface ChooseFormPageProps {
  frame: Frame;
  actor: Contact;
  forms: readonly OfferedForm[];
  followUp: number | null;
}

/** What a request can be about, where there is more than one form. */
export const ChooseFormPage = ({ frame, actor, forms, followUp }: ChooseFormPageProps) => {
  const { t, rich } = frame.reader;
  const groups = [...Map.groupBy(forms, ({ group }) => group)];
  return (
    <ContactPage frame={frame} actor={actor} title={t('newRequest.title')} current="new" width="reading">
      <PageHead title={t('newRequest.heading')} />
      {forms.length === 0 && <EmptyState title={t('ask.none.title')} text={t('ask.none.text')} />}
      {followUp !== null && (
        <p class="hint">
          {rich('newRequest.followUpOf', { request: <a href={`/requests/${followUp}`}>#{followUp}</a> })}
        </p>
      )}
      <div class="form-groups">
        {groups.map(([group, offered]) => (
          <section aria-label={group === '' ? t('ask.forms') : undefined}>
            {group !== '' && <h2 dir="auto">{group}</h2>}
            <ul class="form-offers">
              {offered.map((form) => (
                <Offer form={form} query={followUp === null ? '' : `?follow_up=${followUp}`} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </ContactPage>
  );
};

const Offer = ({ form, query }: { form: OfferedForm; query: string }) => (
  <li>
    <a href={`/requests/new/${form.slug}${query}`}>
      <span class="form-icon">
        <Icon name={isIcon(form.icon) ? form.icon : 'message'} />
      </span>
      <span class="form-words">
        <span class="form-name" dir="auto">
          {form.name}
        </span>
        {form.description !== '' && (
          <span class="form-means" dir="auto">
            {form.description}
          </span>
        )}
      </span>
      <Icon name="chevron" class="form-go" />
    </a>
  </li>
);
