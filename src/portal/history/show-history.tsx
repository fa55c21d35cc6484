import { auditHref, readAuditQuery } from '#http/audit-list/audit-query.ts';
import { auditView } from '#http/audit-list/list-view.ts';
import { loadAuditList, settleAuditList } from '#http/audit-list/load-list.ts';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsContact } from '#http/visit.ts';
import { notFound } from '#lib/problem.ts';
import { mustAdminister } from '#lib/rights.ts';
import { AuditList } from '#ui/audit/audit-list.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ContactPage } from '../contact-page.tsx';
import { historyPath } from './history-path.ts';

/** GET /members/history: what was recorded about the account, for its admins. */
export async function showHistory(c: AppContext): Promise<Response> {
  const given = readAuditQuery(c.req.query());
  const askedIn = (within: string) => ({
    query: { ...given.query, account: null },
    typed: { ...given.typed, accountName: '' },
    within,
  });
  const { actor, rows } = await visitAsContact(c, (scope, claim) => loadAuditList(scope, askedIn(claim.accountId)));
  mustAdminister(actor);
  // Where and when its people sign in is more than their requests: not every agent reads that of them.
  if (actor.viewedBy !== null) throw notFound();
  const asked = askedIn(actor.accountId);
  const look = portalLook(c, actor);
  const { reader } = look.frame;
  const settled = await settleAuditList(c.get('scope'), asked, rows, reader.zone);
  if (settled.kind === 'found') return c.redirect(auditHref(historyPath, settled.query), 303);
  const view = auditView(reader, historyPath, { asked, ...rows, ...settled });
  const title = reader.t('audit.history.title', { workspace: actor.accountName });
  return sendPage(
    c,
    look,
    <ContactPage frame={look.frame} actor={actor} title={title} current="members">
      <PageHead
        title={title}
        back={{ href: '/members', label: reader.t('audit.history.back') }}
        meta={reader.t('audit.history.intro')}
      />
      <AuditList reader={reader} caption={title} {...view} />
    </ContactPage>,
  );
}
