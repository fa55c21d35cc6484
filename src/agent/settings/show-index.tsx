import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { manages } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { sendPlace } from '../send-place.ts';
import { IndexPage } from './index-page.tsx';
import { sectionHref } from './sections.ts';

/** GET /settings: all that can be set; who can set only their own is led there. */
export async function showIndex(c: AppContext): Promise<Response> {
  const seen = await visitAsAgent(c, loadDeskFrame);
  if (!manages(seen.actor.role)) return c.redirect(sectionHref('you'), 303);
  return sendPlace(c, seen, (place) => <IndexPage {...place} />);
}
