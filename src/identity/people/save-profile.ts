import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import { changeProfile } from './profile-queries.ts';

export interface Profile {
  /** Has been through `nameOf`. */
  readonly name: string;
  /** IANA name that `isZone` knows; null: the one of the request. */
  readonly zone: string | null;
}

/** A contact's own settings. */
export async function saveProfile(scope: TenantScope, actor: Contact, profile: Profile): Promise<void> {
  await run(scope.db, { profile: changeProfile(scope, actor.id, profile) });
}
