import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Statement } from '#db/statement.ts';
import { isId } from '#lib/ids.ts';
import type { Member, MemberRole } from './member.ts';
import { membersOfAccount } from './member-queries.ts';

export interface MembersPage {
  readonly members: readonly Member[];
  /** For the address of the next page; null: there is none. */
  readonly next: string | null;
}

const pageSize = 50;

/**
 * An account's people, admins first; fifty at a time. `after` is the `next` of
 * the page before; what is no such text begins at the top. Those with the role
 * `none` come last, and only where they are asked for.
 */
export function listMembers(
  scope: TenantScope,
  accountId: string,
  { after, withNone = false }: { readonly after?: string | undefined; readonly withNone?: boolean } = {},
): Statement<MembersPage> {
  const page = membersOfAccount(scope, accountId, { after: readPlace(after), most: pageSize + 1, withNone });
  return mapped(page, (rows) => {
    const members = rows.slice(0, pageSize);
    const last = members.at(-1);
    return { members, next: last && rows.length > pageSize ? `${last.role}.${last.contactId}` : null };
  });
}

function readPlace(text: string | undefined): { role: MemberRole; contactId: string } | null {
  const [, role, contactId] = /^(admin|member|none)\.(con_\w+)$/.exec(text ?? '') ?? [];
  if ((role !== 'admin' && role !== 'member' && role !== 'none') || !contactId) return null;
  return isId('contact', contactId) ? { role, contactId } : null;
}
