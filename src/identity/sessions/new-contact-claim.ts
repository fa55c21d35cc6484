import type { TenantScope } from '#db/scopes.ts';
import type { ContactClaim } from '#lib/actor.ts';

type Made = Pick<ContactClaim, 'contactId' | 'accountId' | 'role' | 'sees'>;

/** What the cookie of a session says that the database has just made. */
export function newContactClaim(
  scope: TenantScope,
  { contactId, accountId, role, sees }: Made,
  session: { readonly host: string; readonly secretHash: string; readonly isViewAs?: boolean },
): ContactClaim {
  const { host, secretHash, isViewAs = false } = session;
  return { kind: 'contact', tenantId: scope.tenant.id, host, contactId, accountId, role, sees, isViewAs, secretHash };
}
