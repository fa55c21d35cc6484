import * as z from 'zod';
import { createForm } from '#forms/builder/create-form.ts';
import { formLimits } from '#forms/definition-shape.ts';
import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { isId, newId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { cleanLine, isLongerThan, lengthOf } from '#lib/text.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { Reader } from '#ui/reader.ts';
import { TextField } from '#ui/text-field.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { formHref, formsHref, leaveFor, visitForms } from './place.ts';

/** GET /settings/forms/new */
export async function showNewForm(c: AppContext): Promise<Response> {
  return page(c, await visitForms(c), { id: newId('form', c.get('now')), name: '' }, null);
}

const form = z.strictObject({ id: z.string(), name: z.string().default('') });

/** POST /settings/forms: asks for subject and description, to begin with. */
export async function addForm(c: AppContext): Promise<Response> {
  const read = await readForm(c, form);
  const seen = await visitForms(c);
  if (!read.ok || !isId('form', read.value.id)) throw new Problem('invalid', 'bad_form');
  const { id } = read.value;
  const name = cleanLine(read.value.name);
  const fault = nameFault(name);
  if (fault) return page(c, seen, { id, name: read.value.name }, fault);
  const desk = { scope: c.get('scope'), by: seen.actor, origin: originOf(c) };
  const { outcome } = await createForm(desk, id, name);
  return outcome === 'done' ? leaveFor(c, formHref({ id }), 'added') : leaveFor(c, formsHref, 'too-many');
}

/** What is wrong with a form's name; it stands at the head of a page. */
function nameFault(name: string): ((t: Reader['t']) => string) | null {
  if (name === '') return (t) => t('field.missing');
  if (!isLongerThan(name, formLimits.name)) return null;
  return (t) => t('field.tooLong', { max: formLimits.name, length: lengthOf(name) });
}

function page(
  c: AppContext,
  seen: Awaited<ReturnType<typeof visitForms>>,
  typed: { readonly id: string; readonly name: string },
  fault: ((t: Reader['t']) => string) | null,
): Promise<Response> {
  return sendPlace(
    c,
    seen,
    (place) => {
      const { reader } = place.frame;
      const { t } = reader;
      const error = fault?.(t);
      return (
        <SettingsPage {...place} section="forms" title={t('formSettings.new.title')}>
          <ErrorSummary reader={reader} errors={error ? [{ field: 'name', message: error }] : []} />
          <form class="form" method="post" action={formsHref} autocomplete="off">
            <input type="hidden" name="id" value={typed.id} autocomplete="off" />
            <TextField
              reader={reader}
              name="name"
              label={t('formSettings.name')}
              hint={t('formSettings.new.nameHint')}
              value={typed.name}
              error={error}
              required
            />
            <div class="actions">
              <Button look="primary">{t('formSettings.new.do')}</Button>
              <ButtonLink href={formsHref}>{t('common.cancel')}</ButtonLink>
            </div>
          </form>
        </SettingsPage>
      );
    },
    fault ? 422 : 200,
  );
}
