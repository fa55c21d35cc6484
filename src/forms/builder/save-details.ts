import { audited } from '#audit/audited.ts';
import { isDuplicate, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import { mustManage } from '#lib/rights.ts';
import { type FormWork, formEvent, writeForm } from './change-form.ts';
import type { FormDetails } from './form.ts';
import { updateDetails } from './form-queries.ts';
import { accountsTyped } from './means-queries.ts';

/** `only_all`: the default form is for everybody. */
export type DetailsSaved = 'done' | 'stale' | 'slug_taken' | 'only_all';

/** Saves where a form stands and for whom: customers see it at once. The name in addresses only before the first publishing. */
export async function saveDetails(work: FormWork, details: FormDetails): Promise<DetailsSaved> {
  const { scope, form, seen } = work;
  mustManage(work.by);
  if (form.isDefault && details.audience.kind !== 'all') return 'only_all';
  const columns = { ...details, audience: JSON.stringify(details.audience) };
  try {
    const isWritten = await writeForm(work, [
      updateDetails(scope, form.id, seen, columns),
      audited(scope, formEvent(work, form.id, 'form.changed', { what: 'details', audience: details.audience.kind })),
    ]);
    return isWritten ? 'done' : 'stale';
  } catch (error) {
    if (isDuplicate(error, 'forms')) return 'slug_taken';
    throw error;
  }
}

/** The accounts that somebody has typed, one a line, and the lines that name none or several. */
export async function findAccounts(
  scope: TenantScope,
  lines: readonly string[],
): Promise<{ readonly ids: readonly string[]; readonly unclear: readonly string[] }> {
  const { found } = await run(scope.db, { found: accountsTyped(scope, lines) });
  const idsOf = (line: string) => [...new Set(found.filter((row) => row.line === line).map(({ id }) => id))];
  const unclear = lines.filter((line) => idsOf(line).length !== 1);
  return { ids: [...new Set(lines.flatMap(idsOf))], unclear };
}
