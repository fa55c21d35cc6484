import { sql } from 'drizzle-orm';

// What still holds of the invitation `i`, for its page, its acceptance and its
// mail alike. It stands on its inviter: who may not invite any more has invited
// nobody, so that nobody leaves a door open behind themselves.

/** Neither accepted nor withdrawn; it may have expired. */
export const isPending = sql`(i.accepted_at is null and i.withdrawn_at is null)`;

/** Its inviter may still invite to that role. */
export const isVouchedFor = sql`(case i.inviter_kind
  when 'agent' then exists (select 1 from agents d where d.tenant_id = i.tenant_id and d.id = i.inviter_id
    and d.state = 'active' and d.role in ('owner', 'admin') and (i.role <> 'owner' or d.role = 'owner'))
  else exists (select 1 from memberships d
    join contacts dc on dc.tenant_id = d.tenant_id and dc.id = d.contact_id and dc.state = 'active'
    where d.tenant_id = i.tenant_id and d.contact_id = i.inviter_id and d.account_id = i.account_id
      and d.role = 'admin') end)`;

/** The inviter's name, or their address until they have said one. */
export const inviterName = sql`(case i.inviter_kind
  when 'agent' then (select n.name from agents n where n.tenant_id = i.tenant_id and n.id = i.inviter_id)
  else (select case n.name when '' then n.email else n.name end from contacts n
    where n.tenant_id = i.tenant_id and n.id = i.inviter_id) end)`;
