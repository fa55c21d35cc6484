import type { Child } from 'hono/jsx';
import type { AppContext } from '#http/context.ts';
import { sendPlace } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { type FormVisit, formHref, type Said } from './place.ts';
import { SaidNotice } from './said-notice.tsx';
import { StaleNotice } from './stale-notice.tsx';

interface PartPage {
  title: string;
  said?: Said | null;
  /** Somebody else changed the form meanwhile: what was typed stands in the page and is not saved. */
  isStale?: boolean;
  isRefused?: boolean;
  children: Child;
}

/** A page about a part of a form: the way back leads to the form. */
export function sendPartPage(c: AppContext, visit: FormVisit, page: PartPage): Promise<Response> {
  const { seen, form, reader } = visit;
  const { title, said = null, isStale = false, isRefused = false, children } = page;
  return sendPlace(
    c,
    seen,
    (place) => (
      <SettingsPage {...place} section="forms" title={title} back={{ href: formHref(form), label: form.name }}>
        <SaidNotice reader={reader} said={said} />
        <StaleNotice reader={reader} isStale={isStale} />
        {children}
      </SettingsPage>
    ),
    isStale || isRefused ? 422 : 200,
  );
}
