import type { ListedForm } from '#forms/builder/form.ts';
import { groupForms } from '#forms/builder/group-forms.ts';
import { Icon, isIcon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { IconPress } from '../../icon-press.tsx';
import { formHref } from './place.ts';

/** The forms in use, under their headings and in the order in which customers see them. */
export const FormsList = ({ reader, forms }: { reader: Reader; forms: readonly ListedForm[] }) => {
  const { t } = reader;
  const groups = groupForms(forms);
  return (
    <>
      {groups.map(({ name, forms: members }, at) => (
        <section class="form-set" aria-label={name || t('formSettings.noGroup')}>
          {groups.length > 1 && (
            <div class="form-set-head">
              <h2>
                <bdi>{name || t('formSettings.noGroup')}</bdi>
              </h2>
              {members[0] && (
                <Order
                  reader={reader}
                  form={members[0]}
                  what="group"
                  name={name || t('formSettings.noGroup')}
                  isFirst={at === 0}
                  isLast={at === groups.length - 1}
                />
              )}
            </div>
          )}
          <ul class="form-rows">
            {members.map((form, i) => (
              <li>
                <FormRow reader={reader} form={form} />
                <Order
                  reader={reader}
                  form={form}
                  what="form"
                  name={form.name}
                  isFirst={i === 0}
                  isLast={i === members.length - 1}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

/** Forms that nobody is offered any more. */
export const RetiredForms = ({ reader, forms }: { reader: Reader; forms: readonly ListedForm[] }) => (
  <ul class="form-rows">
    {forms.map((form) => (
      <li>
        <FormRow reader={reader} form={form} />
      </li>
    ))}
  </ul>
);

const FormRow = ({ reader: { t }, form }: { reader: Reader; form: ListedForm }) => (
  <div class="form-row">
    <Icon name={isIcon(form.icon) ? form.icon : 'message'} />
    <a href={formHref(form)}>
      <bdi>{form.name}</bdi>
    </a>
    <span class="form-marks">
      {form.isDefault && <span class="pill">{t('formSettings.mark.default')}</span>}
      {form.version === null && <span class="mark">{t('formSettings.mark.unpublished')}</span>}
      {form.version !== null && form.hasDraft && <span class="mark">{t('formSettings.mark.draft')}</span>}
      {form.audience.kind !== 'all' && <span class="mark">{t(`formSettings.mark.${form.audience.kind}`)}</span>}
    </span>
    {form.description !== '' && (
      <small>
        <bdi>{form.description}</bdi>
      </small>
    )}
  </div>
);

interface OrderProps {
  reader: Reader;
  form: ListedForm;
  what: 'form' | 'group';
  name: string;
  isFirst: boolean;
  isLast: boolean;
}

const Order = ({ reader: { t }, form, what, name, isFirst, isLast }: OrderProps) => (
  <span class="presses">
    {(['up', 'down'] as const)
      .filter((way) => !(way === 'up' ? isFirst : isLast))
      .map((way) => (
        <IconPress
          action={formHref(form, '/place')}
          fields={{ what, to: way }}
          icon={way === 'up' ? 'arrow-up' : 'arrow-down'}
          label={t(`formSettings.${way}`, { name })}
        />
      ))}
  </span>
);
