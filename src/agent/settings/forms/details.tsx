import * as z from 'zod';
import { run } from '#db/run.ts';
import type { Form } from '#forms/builder/form.ts';
import { listMeantAccounts } from '#forms/builder/list-forms.ts';
import { saveDetails } from '#forms/builder/save-details.ts';
import type { AppContext } from '#http/context.ts';
import { readForm } from '#http/read-form.ts';
import { Problem } from '#lib/problem.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { faultsOf } from '#ui/faults-of.ts';
import { HiddenFields } from '#ui/hidden-fields.tsx';
import { Part } from '#ui/part.tsx';
import { DetailsControls } from './details-controls.tsx';
import { type DetailErrors, detailNames, readDetails, type TypedDetails } from './details-input.ts';
import { sendFormPage } from './form-page.tsx';
import { type FormVisit, formHref, leaveFor, saidOf, visitForm, workOf } from './place.ts';
import { StaleNotice } from './stale-notice.tsx';

/** GET …/details: where the form stands and for whom. */
export async function showDetails(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { accounts } = await run(c.get('scope').db, { accounts: listMeantAccounts(c.get('scope'), visit.form.id) });
  const typed = typedOf(
    visit.form,
    accounts.map(({ name }) => name),
  );
  return page(c, visit, { typed, errors: {}, isStale: false });
}

const text = z.string().default('');
const saved = z.strictObject({
  seq: z.string(),
  name: text,
  slug: text,
  description: text,
  icon: text,
  group: text,
  audience: z.enum(['all', 'accounts', 'tiers', 'roles']),
  accounts: text,
  tiers: text,
  roles: text,
});

/** POST …/details: customers see it at once. */
export async function saveFormDetails(c: AppContext): Promise<Response> {
  const read = await readForm(c, saved);
  const visit = await visitForm(c);
  if (!read.ok) throw new Problem('invalid', 'unknown_choice');
  const { seq, ...sent } = read.value;
  const { t } = visit.reader;
  // Customers may have the address: it stays.
  const typed = visit.form.version === null ? sent : { ...sent, slug: visit.form.slug };
  const { details, errors } = await readDetails(c.get('scope'), visit.reader, typed);
  if (Object.values(errors).some(Boolean)) return page(c, visit, { typed, errors, isStale: false });
  const outcome = await saveDetails(workOf(c, visit, seq), details);
  switch (outcome) {
    case 'done':
      return leaveFor(c, formHref(visit.form, '/details'), 'saved');
    case 'slug_taken':
      return page(c, visit, { typed, errors: { slug: t('formSettings.slugTaken') }, isStale: false });
    case 'only_all':
      return page(c, visit, { typed, errors: { audience: t('formSettings.defaultForAll') }, isStale: false });
    case 'stale':
      return page(c, visit, { typed, errors: {}, isStale: true });
  }
}

function typedOf({ name, slug, description, icon, group, audience }: Form, accounts: readonly string[]): TypedDetails {
  return {
    name,
    slug,
    description,
    icon,
    group,
    audience: audience.kind,
    accounts: accounts.join('\n'),
    tiers: audience.kind === 'tiers' ? audience.tiers.join('\n') : '',
    roles: audience.kind === 'roles' ? (audience.roles[0] ?? 'admin') : 'admin',
  };
}

interface View {
  readonly typed: TypedDetails;
  readonly errors: DetailErrors;
  readonly isStale: boolean;
}

function page(c: AppContext, visit: FormVisit, { typed, errors, isStale }: View): Promise<Response> {
  const { form, reader } = visit;
  const { t } = reader;
  const summary = faultsOf(detailNames, errors);
  const isAgain = isStale || summary.length > 0;
  return sendFormPage(c, visit, {
    tab: 'details',
    said: isAgain ? null : saidOf(c),
    status: isAgain ? 422 : 200,
    children: (
      <div class="builder">
        <StaleNotice reader={reader} isStale={isStale} />
        <ErrorSummary reader={reader} errors={summary} />
        <p class="lede">{t('formSettings.detailsText')}</p>
        <form class="form" method="post" action={formHref(form, '/details')} autocomplete="off">
          <HiddenFields fields={{ seq: String(form.seq) }} />
          <DetailsControls {...{ reader, form, typed, errors }} />
          <div class="actions">
            <Button look="primary">{t('formSettings.save')}</Button>
          </div>
        </form>
        <Part id="default" title={t('formSettings.defaultTitle')}>
          <p>{t(form.isDefault ? 'formSettings.isDefault' : 'formSettings.defaultText')}</p>
          {!form.isDefault && (
            <form method="post" action={formHref(form, '/default')}>
              <Button>{t('formSettings.makeDefault')}</Button>
            </form>
          )}
        </Part>
      </div>
    ),
  });
}
