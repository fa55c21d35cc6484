import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { listAccounts } from '#identity/accounts/list-accounts.ts';
import { isId } from '#lib/ids.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { sendPlace } from '../send-place.ts';
import { AccountsPage } from './accounts-page.tsx';

const query = z.object({
  q: z.string().max(100).catch(''),
  after: z
    .string()
    .refine((text) => isId('account', text))
    .optional()
    .catch(undefined),
});

/** The tenant's accounts by name, 25 a page. */
export async function showAccounts(c: AppContext): Promise<Response> {
  const { q: search, after = null } = query.parse(c.req.query());
  const seen = await visitAsAgent(c, (scope, claim) => ({
    ...loadDeskFrame(scope, claim),
    page: listAccounts(scope, { search, after }),
  }));
  return sendPlace(c, seen, (props) => (
    <AccountsPage {...props} page={seen.rows.page} search={search} isFirst={after === null} />
  ));
}
