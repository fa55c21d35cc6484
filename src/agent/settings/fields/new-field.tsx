import * as z from 'zod';
import { fieldTypes } from '#db/schema/forms.ts';
import type { FieldType } from '#forms/definition.ts';
import { createField } from '#forms/fields/create-field.ts';
import { readNew, type WishFaults } from '#forms/fields/field-wish.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { dayAt } from '#lib/days.ts';
import { isId, newId } from '#lib/ids.ts';
import { notFound, Problem } from '#lib/problem.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { FieldControls } from './field-controls.tsx';
import { type FieldFormView, fieldForm, formOptions, summaryOf, viewAgain } from './form-view.ts';
import { fieldHref, fieldsHref, leaveFor, visitFields } from './place.ts';
import { TypeList } from './type-list.tsx';

/** GET /settings/fields/new: which kind; with `?type=` its form. */
export async function showNewField(c: AppContext): Promise<Response> {
  const seen = await visitFields(c);
  const type = fieldTypes.find((known) => known === c.req.query('type'));
  if (type) return form(c, seen, type, newId('field', c.get('now')), emptyView);
  return sendPlace(c, seen, (place) => {
    const { reader } = place.frame;
    return (
      <SettingsPage {...place} section="fields" title={reader.t('fieldSettings.new.title')}>
        <TypeList reader={reader} types={fieldTypes} />
      </SettingsPage>
    );
  });
}

const emptyView: FieldFormView = { isNew: true, typed: { access: 'write' }, initial: [], errors: {}, choices: [] };

const schema = z.strictObject({
  ...fieldForm,
  id: z.string().refine((id) => isId('field', id)),
  type: z.enum(fieldTypes),
  key: z.string().optional(),
  choices: z.string().optional(),
});

/** POST /settings/fields. The field's id was made with the form, so that pressing twice makes one field. */
export async function addField(c: AppContext): Promise<Response> {
  const read = await readForm(c, schema, formOptions);
  const seen = await visitFields(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { id, type } = read.value;
  const [scope, now] = [c.get('scope'), c.get('now')];
  const others = seen.rows.fields.filter((field) => field.id !== id);
  const wish = readNew(type, read.fields, others, { today: dayAt(now, scope.tenant.zone), now });
  if (!wish.ok) return formAgain(c, seen, { type, id, typed: read.fields, faults: wish.faults });
  const { outcome } = await createField(scope, seen.actor, id, wish.wish, originOf(c));
  if (outcome === 'done') return leaveFor(c, fieldHref({ id }), 'added');
  const controls = outcome === 'full' ? { label: 'full' as const } : { key: 'key_taken' as const };
  return formAgain(c, seen, { type, id, typed: read.fields, faults: { controls, initial: null, rules: {} } });
}

type Seen = Awaited<ReturnType<typeof visitFields>>;
interface Again {
  readonly type: FieldType;
  readonly id: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: WishFaults;
}

async function formAgain(c: AppContext, seen: Seen, { type, id, typed, faults }: Again): Promise<Response> {
  const { reader } = (await agentLook(c, seen.actor)).frame;
  return form(c, seen, type, id, viewAgain(reader, { type, choices: [], isNew: true }, typed, faults));
}

function form(c: AppContext, seen: Seen, type: FieldType, id: string, view: FieldFormView): Promise<Response> {
  if (!fieldTypes.includes(type)) throw notFound();
  const errors = summaryOf(view);
  return sendPlace(
    c,
    seen,
    (place) => {
      const { reader } = place.frame;
      const { t } = reader;
      const title = t('fieldSettings.new.of', { type: t(`fieldSettings.type.${type}`) });
      return (
        <SettingsPage {...place} section="fields" title={title}>
          <section class="settings-part" aria-label={title}>
            <p class="lede">
              {t(`fieldSettings.means.${type}`)} <a href={`${fieldsHref}/new`}>{t('fieldSettings.new.otherType')}</a>
            </p>
            <ErrorSummary reader={reader} errors={errors} />
            <form class="form" method="post" action={fieldsHref} autocomplete="off">
              <HiddenFields fields={{ id, type }} />
              <FieldControls reader={reader} type={type} view={view} />
              <div class="actions">
                <Button look="primary">{t('fieldSettings.new.do')}</Button>
                <ButtonLink href={fieldsHref}>{t('common.cancel')}</ButtonLink>
              </div>
            </form>
          </section>
        </SettingsPage>
      );
    },
    errors.length > 0 ? 422 : 200,
  );
}
