import * as z from 'zod';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { originOf } from '#http/origin-of.ts';
import { readForm } from '#http/read-form.ts';
import { visitAsAgent } from '#http/visit.ts';
import { createAccount } from '#identity/accounts/create-account.ts';
import { isId, newId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { mustManage } from '#lib/rights.ts';
import { loadDeskFrame } from '#tickets/desk-frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import { type Arrived, sendPlace } from '../send-place.ts';
import { accountHref } from './account-address.ts';
import { AccountForm } from './account-form.tsx';
import { type AccountFaults, accountFields, readAccount, type TypedAccount } from './account-input.ts';

export async function showNewAccount(c: AppContext): Promise<Response> {
  const seen = await visitAsAgent(c, loadDeskFrame);
  mustManage(seen.actor);
  const typed = { name: '', externalId: '', tier: '', sight: 'own' } as const;
  return page(c, seen, { id: newId('account', c.get('now')), typed, faults: {} }, 200);
}

const form = z.strictObject({ id: z.string().max(40).default(''), ...accountFields });

export async function addNewAccount(c: AppContext): Promise<Response> {
  const { fields } = await readForm(c, form);
  const seen = await visitAsAgent(c, loadDeskFrame);
  mustManage(seen.actor);
  const id = fields['id'] ?? '';
  if (!isId('account', id)) throw new Problem('invalid', 'malformed_key');
  const typed = {
    name: fields['name'] ?? '',
    externalId: fields['external_id'] ?? '',
    tier: '',
    sight: 'own',
  } as const;
  const { reader } = (await agentLook(c, seen.actor)).frame;
  const read = readAccount(reader, typed);
  if (!read.ok) return page(c, seen, { id, typed, faults: read.faults }, 422);
  const { name, externalId } = read;
  const { outcome } = await createAccount(c.get('scope'), seen.actor, { id, name, externalId }, originOf(c));
  if (outcome === 'done') return c.redirect(accountHref(id), 303);
  return page(c, seen, { id, typed, faults: { external_id: reader.t('accounts.externalIdTaken') } }, 422);
}

interface View {
  readonly id: string;
  readonly typed: TypedAccount;
  readonly faults: AccountFaults;
}

function page(c: AppContext, seen: Arrived, { id, typed, faults }: View, status: 200 | 422): Promise<Response> {
  return sendPlace(
    c,
    seen,
    ({ frame, actor, counts }) => {
      const { reader } = frame;
      const title = reader.t('accounts.new.title');
      return (
        <AgentPage frame={frame} title={title} actor={actor} counts={counts} current="accounts">
          <PageHead title={title} back={{ href: '/accounts', label: reader.t('accounts.title') }} />
          <AccountForm
            reader={reader}
            action="/accounts/new"
            typed={typed}
            faults={faults}
            withSight={false}
            hidden={{ id }}
            label={reader.t('accounts.new.do')}
            cancelHref="/accounts"
          />
        </AgentPage>
      );
    },
    status,
  );
}
