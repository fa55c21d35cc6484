import type { Form } from '#forms/builder/form.ts';
import { Choices } from '#ui/choices.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { DetailErrors, TypedDetails } from './details-input.ts';
import { formIcons } from './form-icons.ts';

interface DetailsControlsProps {
  reader: Reader;
  form: Form;
  typed: TypedDetails;
  errors: DetailErrors;
}

/** The name, where it stands, and for whom. */
export const DetailsControls = (props: DetailsControlsProps) => {
  const { reader, typed, errors } = props;
  const { t } = reader;
  return (
    <>
      <TextField
        reader={reader}
        name="name"
        label={t('formSettings.name')}
        value={typed.name}
        error={errors.name}
        required
      />
      <Slug {...props} />
      <TextField
        reader={reader}
        name="description"
        label={t('formSettings.description')}
        hint={t('formSettings.descriptionHint')}
        value={typed.description}
        error={errors.description}
      />
      <Icons reader={reader} value={typed.icon} />
      <TextField
        reader={reader}
        name="group"
        label={t('formSettings.group')}
        hint={t('formSettings.groupHint')}
        value={typed.group}
        error={errors.group}
      />
      <AudienceControls {...props} />
    </>
  );
};

const Slug = ({ reader, form, typed, errors }: DetailsControlsProps) => {
  const { t, rich } = reader;
  if (form.version !== null) {
    return (
      <div class="field">
        <p>{rich('formSettings.slugFixed', { path: <code>{`/requests/new/${form.slug}`}</code> })}</p>
        <HiddenFields fields={{ slug: form.slug }} />
      </div>
    );
  }
  return (
    <TextField
      reader={reader}
      name="slug"
      label={t('formSettings.slug')}
      hint={t('formSettings.slugHint')}
      value={typed.slug}
      error={errors.slug}
      required
    />
  );
};

const Icons = ({ reader: { t }, value }: { reader: Reader; value: string }) => (
  <fieldset class="icon-choices">
    <legend>{t('formSettings.icon')}</legend>
    {formIcons.map((icon) => (
      <label>
        <input type="radio" name="icon" value={icon} checked={icon === (value || formIcons[0])} />
        <Icon name={icon} />
        <span>{t(`formSettings.icon.${icon}`)}</span>
      </label>
    ))}
  </fieldset>
);

const AudienceControls = ({ reader, typed, errors }: DetailsControlsProps) => {
  const { t } = reader;
  return (
    <>
      <Choices
        reader={reader}
        name="audience"
        label={t('formSettings.audience')}
        value={typed.audience}
        error={errors.audience}
        choices={(['all', 'accounts', 'tiers', 'roles'] as const).map((value) => ({
          value,
          label: t(`formSettings.audience.${value}`),
        }))}
      />
      <div class="of-audience" data-of="accounts">
        <TextArea
          reader={reader}
          name="accounts"
          label={t('formSettings.accounts')}
          hint={t('formSettings.accountsHint')}
          value={typed.accounts}
          error={errors.accounts}
          rows={3}
        />
      </div>
      <div class="of-audience" data-of="tiers">
        <TextArea
          reader={reader}
          name="tiers"
          label={t('formSettings.tiers')}
          hint={t('formSettings.tiersHint')}
          value={typed.tiers}
          error={errors.tiers}
          rows={3}
        />
      </div>
      <div class="of-audience" data-of="roles">
        <Select
          reader={reader}
          name="roles"
          label={t('formSettings.roles')}
          options={[
            { value: 'admin', label: t('formSettings.roles.admin') },
            { value: 'member', label: t('formSettings.roles.member') },
          ]}
          value={typed.roles}
        />
      </div>
    </>
  );
};
