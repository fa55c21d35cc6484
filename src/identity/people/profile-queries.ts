import { and, eq } from 'drizzle-orm';
import { contacts } from '#db/schema/people.ts';
import type { TenantScope } from '#db/scopes.ts';
import { build, write } from '#db/statement.ts';

export function renameContact(scope: TenantScope, contactId: string, name: string) {
  return write(build.update(contacts).set({ name }).where(thisContact(scope, contactId)));
}

export function changeProfile(scope: TenantScope, contactId: string, profile: { name: string; zone: string | null }) {
  return write(build.update(contacts).set(profile).where(thisContact(scope, contactId)));
}

function thisContact(scope: TenantScope, contactId: string) {
  return and(eq(contacts.tenantId, scope.tenant.id), eq(contacts.id, contactId));
}
