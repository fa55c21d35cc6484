import { run } from '#db/run.ts';
import { diffForms } from '#forms/builder/diff-forms.ts';
import { findVersion, listVersions } from '#forms/builder/list-forms.ts';
import type { AppContext } from '#http/context.ts';
import { notFound } from '#lib/problem.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Time } from '#ui/time.tsx';
import { ChangeList } from './change-list.tsx';
import { sendFormPage } from './form-page.tsx';
import { sendPartPage } from './part-page.tsx';
import { formHref, visitForm } from './place.ts';
import { VersionOutline } from './version-outline.tsx';

/** GET …/versions: what was published, by whom and when. */
export async function showVersions(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, reader } = visit;
  const { t } = reader;
  const scope = c.get('scope');
  const { versions } = await run(scope.db, { versions: listVersions(scope, form.id) });
  return sendFormPage(c, visit, {
    tab: 'versions',
    children:
      versions.length === 0 ? (
        <EmptyState icon="clock" title={t('formSettings.noVersions')} text={t('formSettings.noVersionsText')} />
      ) : (
        <div class="builder">
          <p class="lede">{t('formSettings.versionsText')}</p>
          <DataTable
            caption={t('formSettings.tab.versions')}
            columns={[t('formSettings.version'), t('formSettings.publishedAt'), t('formSettings.publishedBy')]}
            rows={versions.map(({ version, publishedAt, publishedBy }) => [
              <>
                <a href={formHref(form, `/versions/${version}`)}>{t('formSettings.versionNumber', { version })}</a>{' '}
                {version === form.version && <span class="pill">{t('formSettings.current')}</span>}
              </>,
              <Time at={publishedAt} reader={reader} />,
              publishedBy === null ? t('formSettings.cameWith') : <bdi>{publishedBy}</bdi>,
            ])}
          />
        </div>
      ),
  });
}

/** GET …/versions/:version: what it asked, and how it differed from the one before. */
export async function showVersion(c: AppContext): Promise<Response> {
  const visit = await visitForm(c);
  const { form, reader } = visit;
  const number = Number(c.req.param('version'));
  if (!Number.isSafeInteger(number) || number < 1) throw notFound();
  const scope = c.get('scope');
  const { version, before } = await run(scope.db, {
    version: findVersion(scope, form.id, number),
    before: findVersion(scope, form.id, number - 1),
  });
  if (!version) throw notFound();
  const changes = before && diffForms(before, version);
  return sendPartPage(c, visit, {
    title: reader.t('formSettings.versionTitle', { version: number, name: version.name }),
    children: (
      <div class="builder">
        {changes && changes.length > 0 && (
          <section aria-labelledby="changes">
            <h2 id="changes">{reader.t('formSettings.versionChanges')}</h2>
            <ChangeList visit={visit} changes={changes} />
          </section>
        )}
        <VersionOutline visit={visit} version={version} />
      </div>
    ),
  });
}
