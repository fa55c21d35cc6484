import { auditHref, readAuditQuery } from '#http/audit-list/audit-query.ts';
import { auditView } from '#http/audit-list/list-view.ts';
import { loadAuditList, settleAuditList } from '#http/audit-list/load-list.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import { visitAsAgent } from '#http/visit.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { AuditList } from '#ui/audit/audit-list.tsx';
import { SettingsPage } from '../settings-page.tsx';

const path = '/settings/audit';

/** GET /settings/audit: what was recorded at the tenant, for those who manage it. */
export async function showAudit(c: AppContext): Promise<Response> {
  const asked = { ...readAuditQuery(c.req.query()), within: null };
  const { actor, rows } = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    ...loadAuditList(scope, asked),
  }));
  mustManage(actor);
  const look = await agentLook(c, actor);
  const { reader } = look.frame;
  const settled = await settleAuditList(c.get('scope'), asked, rows, reader.zone);
  if (settled.kind === 'found') return c.redirect(auditHref(path, settled.query), 303);
  const view = auditView(reader, path, { asked, ...rows, ...settled });
  return sendPage(
    c,
    look,
    <SettingsPage frame={look.frame} actor={actor} counts={rows.counts} section="audit">
      <p class="lede">{reader.t('audit.intro')}</p>
      <AuditList reader={reader} caption={reader.t('agent.settings.audit')} {...view} />
    </SettingsPage>,
  );
}
