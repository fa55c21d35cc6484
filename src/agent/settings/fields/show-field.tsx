import * as z from 'zod';
import { changeField } from '#forms/fields/change-field.ts';
import type { ChoicesFault } from '#forms/fields/choices.ts';
import { readChange } from '#forms/fields/field-wish.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { dayAt } from '#lib/days.ts';
import { Problem } from '#lib/problem.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { askedByWords } from './asked-by-words.ts';
import { ChoicesPart } from './choices-part.tsx';
import { EndPart } from './end-part.tsx';
import { FieldControls } from './field-controls.tsx';
import { type FieldFormView, fieldForm, formOptions, summaryOf, viewAgain, viewOfField } from './form-view.ts';
import { fieldHref, leaveFor, saidOf, visitField } from './place.ts';
import { SaidNotice } from './said-notice.tsx';
import { UsePart } from './use-part.tsx';

type Visit = Awaited<ReturnType<typeof visitField>>;

/** GET /settings/fields/:field */
export async function showField(c: AppContext): Promise<Response> {
  const visit = await visitField(c);
  return page(c, visit, viewOfField(visit.field), null);
}

const schema = z.strictObject(fieldForm);

/** POST /settings/fields/:field */
export async function saveField(c: AppContext): Promise<Response> {
  const read = await readForm(c, schema, formOptions);
  const visit = await visitField(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { field, change, seen } = visit;
  const wish = readChange(field, read.fields, dayAt(c.get('now'), c.get('scope').tenant.zone));
  if (wish.ok) {
    await changeField(change, wish.wish);
    return leaveFor(c, fieldHref(field), 'saved');
  }
  const { reader } = (await agentLook(c, seen.actor)).frame;
  return page(c, visit, viewAgain(reader, { ...field, isNew: false }, read.fields, wish.faults), null);
}

/** The page again after a choice could not be changed as it was typed. */
export async function showWithChoiceFault(c: AppContext, visit: Visit, fault: ChoicesFault): Promise<Response> {
  return page(c, visit, viewOfField(visit.field), fault);
}

function page(c: AppContext, visit: Visit, view: FieldFormView, choiceFault: ChoicesFault | null): Promise<Response> {
  const { seen, field } = visit;
  const errors = summaryOf(view);
  const isAgain = errors.length > 0 || choiceFault !== null;
  return sendPlace(
    c,
    seen,
    (place) => {
      const { reader } = place.frame;
      const { t, rich } = reader;
      const facts = { type: t(`fieldSettings.type.${field.type}`), key: <code>{field.key}</code> };
      return (
        <SettingsPage {...place} section="fields" title={field.label}>
          {!isAgain && <SaidNotice reader={reader} said={saidOf(c)} />}
          <section class="settings-part" aria-label={field.label}>
            <p class="lede">{rich('fieldSettings.facts', facts)}</p>
            <ErrorSummary reader={reader} errors={errors} />
            <form class="form" method="post" action={fieldHref(field)} autocomplete="off">
              <FieldControls
                reader={reader}
                type={field.type}
                view={view}
                whenShut={askedByWords(reader, field, seen.rows)}
              />
              <div class="actions">
                <Button look="primary">{t('fieldSettings.save')}</Button>
              </div>
            </form>
          </section>
          {field.choices.length > 0 && <ChoicesPart reader={reader} field={field} fault={choiceFault} />}
          <UsePart reader={reader} field={field} use={seen.rows} />
          <EndPart reader={reader} field={field} use={seen.rows} />
        </SettingsPage>
      );
    },
    isAgain ? 422 : 200,
  );
}
