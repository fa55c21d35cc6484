import * as z from 'zod';
import { discardDraft } from '#forms/builder/change-draft.ts';
import { publishForm } from '#forms/builder/publish-form.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { Problem } from '#lib/problem.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ConfirmForm } from '#ui/confirm-form.tsx';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { ChangeList } from './change-list.tsx';
import { FaultsNotice } from './faults-notice.tsx';
import { sendPartPage } from './part-page.tsx';
import { formHref, leaveFor, saidOf, visitForm, workOf } from './place.ts';

/** GET …/publication: what customers will get that they do not have, before they get it. */
export async function showPublication(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, checked, reader } = visit;
  const { t } = reader;
  const { known, faults, results, changes } = checked;
  const isUnchanged = changes?.length === 0;
  const mayPublish = checked.mayPublish && !isUnchanged;
  return sendPartPage(c, visit, {
    title: t('formSettings.publishTitle', { name: form.name }),
    said: saidOf(c),
    children: (
      <div class="builder">
        <FaultsNotice {...{ reader, form, known, faults, results }} />
        {changes === null && mayPublish && <p class="lede">{t('formSettings.firstVersion')}</p>}
        {isUnchanged && <p class="lede">{t('formSettings.said.unchanged')}</p>}
        {changes && changes.length > 0 && <ChangeList visit={visit} changes={changes} />}
        <form class="form" method="post" action={formHref(form, '/publication')}>
          <HiddenFields fields={{ seq: String(form.seq) }} />
          {mayPublish && changes !== null && <p>{t('formSettings.publishText')}</p>}
          <div class="actions">
            {mayPublish && <Button look="primary">{t('formSettings.publishDo')}</Button>}
            <ButtonLink href={formHref(form, '/preview')}>{t('formSettings.preview')}</ButtonLink>
            <ButtonLink href={formHref(form)}>{t('common.cancel')}</ButtonLink>
          </div>
        </form>
      </div>
    ),
  });
}

const pressed = z.strictObject({ seq: z.string() });

/** POST …/publication */
export async function publish(c: AppContext): Promise<Response> {
  const read = await readForm(c, pressed);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const { form, seen } = visit;
  const outcome = await publishForm(workOf(c, visit, read.value.seq), seen.rows);
  if (outcome === 'done') return leaveFor(c, formHref(form), 'published');
  // The page again: with what changed meanwhile, or what is in the way.
  return leaveFor(c, formHref(form, '/publication'), outcome);
}

/** GET …/discarding */
export async function askDiscard(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, checked, reader } = visit;
  const { t } = reader;
  return sendPartPage(c, visit, {
    title: t('formSettings.discardTitle'),
    children: (
      <>
        {checked.changes && checked.changes.length > 0 && <ChangeList visit={visit} changes={checked.changes} />}
        <ConfirmForm
          says={[t('formSettings.discardText')]}
          action={formHref(form, '/discarding')}
          fields={{ seq: String(form.seq) }}
          label={t('formSettings.discard')}
          cancel={{ href: formHref(form), label: t('common.cancel') }}
        />
      </>
    ),
  });
}

/** POST …/discarding */
export async function discard(c: AppContext): Promise<Response> {
  const read = await readForm(c, pressed);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'bad_form');
  const isDone = await discardDraft(workOf(c, visit, read.value.seq));
  return leaveFor(c, formHref(visit.form), isDone ? 'discarded' : 'stale');
}
