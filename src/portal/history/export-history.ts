import { loadAudit } from '#audit/load-audit.ts';
import { readExportForm } from '#http/audit-list/export-form.ts';
import { filtersWithin } from '#http/audit-list/load-list.ts';
import { exportPage, sendExport } from '#http/audit-list/send-export.ts';
import type { AppContext } from '#http/context.ts';
import { portalLook } from '#http/frame.ts';
import { visitAsContact } from '#http/visit.ts';
import { mustAdminister } from '#lib/rights.ts';

/** POST /members/history.csv: it leaves a trace, so it is no GET. */
export async function exportHistory(c: AppContext): Promise<Response> {
  const query = await readExportForm(c);
  const { actor } = await visitAsContact(c, () => ({}));
  mustAdminister(actor);
  const { reader } = portalLook(c, actor).frame;
  const filters = filtersWithin(query, reader.zone, actor.accountId);
  return sendExport(c, {
    reader,
    query,
    audience: 'account',
    event: { actor: { kind: 'contact', id: actor.id }, accountId: actor.accountId },
    name: `history-${actor.accountName}`,
    readPage: async (before) => {
      const still = await visitAsContact(c, (scope) => ({
        page: loadAudit(scope, filters, { before, size: exportPage }),
      }));
      mustAdminister(still.actor);
      return still.rows.page;
    },
  });
}
