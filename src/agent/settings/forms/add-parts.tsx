import type { Form } from '#forms/builder/form.ts';
import { questionsOf } from '#forms/form-places.ts';
import type { KnownField } from '#forms/known-field.ts';
import { Button } from '#ui/button.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import type { Reader } from '#ui/reader.ts';
import { type Option, Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { formHref, titleOf } from './place.ts';

/** What the form does not ask yet, at the end of a section. */
export const AddQuestion = (props: { reader: Reader; form: Form; fields: readonly KnownField[] }) => {
  const { reader, form, fields } = props;
  const { t, rich } = reader;
  const offered = fieldsToAsk(reader, form, fields);
  const sections = form.definition.sections.map(({ id }) => ({ value: id, label: titleOf(reader, form, id) }));
  const own = <a href="/settings/fields/new">{t('formSettings.newField')}</a>;
  if (sections.length === 0) return <p class="hint">{t('formSettings.noSections')}</p>;
  if (offered.length === 0) return <p class="hint">{rich('formSettings.allAsked', { own })}</p>;
  return (
    <form class="in-line" method="post" action={formHref(form, '/questions')}>
      <HiddenFields fields={{ seq: String(form.seq) }} />
      <Select reader={reader} name="field" label={t('formSettings.field')} options={offered} required />
      {sections.length > 1 ? (
        <Select
          reader={reader}
          name="section"
          label={t('formSettings.inSection')}
          options={sections}
          value={sections.at(-1)?.value}
          required
        />
      ) : (
        <HiddenFields fields={{ section: sections[0]?.value ?? '' }} />
      )}
      <Button icon="plus">{t('formSettings.addQuestion')}</Button>
      <p class="hint">{rich('formSettings.addHint', { own })}</p>
    </form>
  );
};

function fieldsToAsk({ t }: Reader, form: Form, fields: readonly KnownField[]): readonly Option[] {
  const asked = new Set(questionsOf(form.definition).map(({ question }) => question.field));
  const builtIn = [
    { key: 'subject', label: t('newRequest.subject') },
    { key: 'body', label: t('newRequest.body') },
    { key: 'priority', label: t('newRequest.priority') },
  ];
  return [...fields.filter(({ isRetired }) => !isRetired), ...builtIn]
    .filter(({ key }) => !asked.has(key))
    .map(({ key, label }) => ({ value: key, label }));
}

export const AddSection = ({ reader, form }: { reader: Reader; form: Form }) => {
  const { t } = reader;
  return (
    <form class="in-line" method="post" action={formHref(form, '/sections')} autocomplete="off">
      <HiddenFields fields={{ seq: String(form.seq) }} />
      <TextField reader={reader} name="title" label={t('formSettings.sectionTitle')} required />
      <Button icon="plus">{t('formSettings.addSection')}</Button>
    </form>
  );
};
