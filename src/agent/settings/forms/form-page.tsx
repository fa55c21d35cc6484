import type { Child } from 'hono/jsx';
import type { AppContext } from '#http/context.ts';
import { Tabs } from '#ui/tabs.tsx';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { type FormVisit, formHref, type Said } from './place.ts';
import { SaidNotice } from './said-notice.tsx';

export type FormTab = 'questions' | 'details' | 'texts' | 'check' | 'versions';

const paths = {
  questions: '',
  details: '/details',
  texts: '/texts',
  check: '/check',
  versions: '/versions',
} as const satisfies Record<FormTab, string>;

interface FormPageProps {
  tab: FormTab;
  said?: Said | null;
  status?: 200 | 422;
  children: Child;
}

/** One of the pages about one form, with the ways to the others. */
export function sendFormPage(c: AppContext, visit: FormVisit, page: FormPageProps): Promise<Response> {
  const { seen, form, reader } = visit;
  const { t } = reader;
  const { tab, said = null, status = 200, children } = page;
  return sendPlace(
    c,
    seen,
    (place) => (
      <SettingsPage {...place} section="forms" title={form.name}>
        <Tabs
          reader={reader}
          label={t('formSettings.tabs')}
          tabs={(['questions', 'details', 'texts', 'check', 'versions'] as const).map((name) => ({
            href: formHref(form, paths[name]),
            label: t(`formSettings.tab.${name}`),
            current: name === tab,
          }))}
        />
        <SaidNotice reader={reader} said={said} />
        {children}
      </SettingsPage>
    ),
    status,
  );
}
