import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact, Visitor } from '#lib/actor.ts';
import { renameContact } from './profile-queries.ts';

/** What this contact wants to be called; `name` has been through `nameOf`. */
export async function sayName(scope: TenantScope, actor: Contact | Visitor, name: string): Promise<void> {
  await run(scope.db, { name: renameContact(scope, actor.id, name) });
}
