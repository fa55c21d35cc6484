import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { changeAccount } from '#identity/accounts/change-account.ts';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import { sendPlace } from '../send-place.ts';
import { accountHref, leaveFor } from './account-address.ts';
import { AccountForm } from './account-form.tsx';
import { type AccountFaults, accountFields, readAccount, type TypedAccount } from './account-input.ts';
import { type AtAccount, visitAccount } from './load-account.ts';

export async function showEditAccount(c: AppContext): Promise<Response> {
  const at = await visitAccount(c);
  const { name, externalId, membersSeeAll, tier } = at.account;
  return page(c, at, { name, externalId: externalId ?? '', tier, sight: membersSeeAll === 1 ? 'all' : 'own' }, {}, 200);
}

const form = z.strictObject({ ...accountFields, sight: z.enum(['own', 'all']).catch('own') });

export async function editAccount(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const at = await visitAccount(c);
  const sight = fields['sight'] === 'all' ? 'all' : 'own';
  const { name = '', external_id: externalId = '', tier = '' } = fields;
  const typed = { name, externalId, tier, sight } as const;
  const { reader } = (await agentLook(c, at.actor)).frame;
  const read = readAccount(reader, typed);
  if (!read.ok) return page(c, at, typed, read.faults, 422);
  const to = { name: read.name, externalId: read.externalId, tier: read.tier, membersSeeAll: sight === 'all' ? 1 : 0 };
  const { outcome } = await changeAccount(c.get('scope'), at.actor, at.account, to, originOf(c));
  if (outcome === 'external_id_taken')
    return page(c, at, typed, { external_id: reader.t('accounts.externalIdTaken') }, 422);
  return leaveFor(c, accountHref(at.account.id), 'saved');
}

function page(
  c: AppContext,
  at: AtAccount,
  typed: TypedAccount,
  faults: AccountFaults,
  status: 200 | 422,
): Promise<Response> {
  const { id, name } = at.account;
  return sendPlace(
    c,
    at,
    ({ frame, actor, counts }) => {
      const { reader } = frame;
      const title = reader.t('accounts.edit.title', { account: name });
      return (
        <AgentPage frame={frame} title={title} actor={actor} counts={counts} current="accounts">
          <PageHead title={title} back={{ href: accountHref(id), label: name }} />
          <AccountForm
            reader={reader}
            action={accountHref(id, '/edit')}
            typed={typed}
            faults={faults}
            withSight
            tiers={at.tiers}
            label={reader.t('common.save')}
            cancelHref={accountHref(id)}
          />
        </AgentPage>
      );
    },
    status,
  );
}
