import { loadAudit } from '#audit/load-audit.ts';
import { filtersOf } from '#http/audit-list/audit-query.ts';
import { readExportForm } from '#http/audit-list/export-form.ts';
import { exportPage, sendExport } from '#http/audit-list/send-export.ts';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { visitAsAgent } from '#http/visit.ts';
import { mustManage } from '#lib/rights.ts';

/** POST /settings/audit.csv: it leaves a trace, so it is no GET. */
export async function exportAudit(c: AppContext): Promise<Response> {
  const query = await readExportForm(c);
  const { actor } = await visitAsAgent(c, () => ({}));
  mustManage(actor);
  const { reader } = (await agentLook(c, actor)).frame;
  const filters = filtersOf(query, reader.zone);
  return sendExport(c, {
    reader,
    query,
    audience: 'tenant',
    event: { actor: { kind: 'agent', id: actor.id } },
    name: `audit-${c.get('scope').tenant.slug}`,
    readPage: async (before) => {
      const still = await visitAsAgent(c, (scope) => ({
        page: loadAudit(scope, filters, { before, size: exportPage }),
      }));
      mustManage(still.actor);
      return still.rows.page;
    },
  });
}
