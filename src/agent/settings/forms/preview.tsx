import { raw } from 'hono/html';
import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import type { Fields } from '#http/fields.ts';
import { portalLook } from '#http/frame.ts';
import { readForm } from '#http/read-form.ts';
import { sendPage } from '#http/send-page.ts';
import { PageDocument } from '#ui/page-document.tsx';
import { type FormVisit, formHref, visitForm } from './place.ts';
import { PreviewForm } from './preview-form.tsx';
import { previewView } from './preview-view.ts';

/** GET …/preview?width=360: the draft in the tenant's own look, as a customer would meet it. */
export async function showPreview(c: AppContext): Promise<Response> {
  return page(c, await visitForm(c), null);
}

/** The form's own fields, whatever they are called; nothing of it is stored. */
const anything = z.looseObject({});

/** POST …/preview: what the form would make of these answers. */
export async function tryPreview(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, anything, { repeats: () => true });
  return page(c, await visitForm(c), fields);
}

const widths = ['360', '1280'] as const;

function page(c: AppContext, visit: FormVisit, fields: Fields | null): Promise<Response> {
  const { form } = visit;
  const look = portalLook(c, { zone: visit.seen.actor.zone });
  const { t } = look.frame.reader;
  const width = widths.find((each) => each === c.req.query('width')) ?? '1280';
  const view = previewView(visit, fields);
  // Agents' pages say whose they are, so that nothing is taken in from another's.
  const frame = { ...look.frame, tenantId: c.get('scope').tenant.id, viewing: undefined };
  return sendPage(
    c,
    look,
    <PageDocument frame={frame} title={t('formSettings.previewTitle', { name: form.name })}>
      <header class="preview-bar">
        <a href={formHref(form)}>{t('formSettings.previewBack')}</a>
        <span>{t('formSettings.previewText')}</span>
        <nav aria-label={t('formSettings.previewWidths')}>
          {widths.map((each) => (
            <a href={`${formHref(form, '/preview')}?width=${each}`} aria-current={each === width ? 'true' : undefined}>
              {t(`formSettings.width.${each}`)}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" class="preview-frame" data-width={width} tabindex={-1}>
        <div>
          {view.isDone ? (
            <section class="notice" data-tone="success" role="status" tabindex={-1} autofocus>
              <div>
                <p>{t('formSettings.previewDone')}</p>
                {view.success !== null && <div class="prose">{raw(view.success)}</div>}
                <p>
                  <a href={`${formHref(form, '/preview')}?width=${width}`}>{t('formSettings.previewAgain')}</a>
                </p>
              </div>
            </section>
          ) : (
            <PreviewForm
              reader={look.frame.reader}
              view={view}
              action={`${formHref(form, '/preview')}?width=${width}`}
            />
          )}
        </div>
      </main>
    </PageDocument>,
    view.faults.length > 0 ? 422 : 200,
  );
}
