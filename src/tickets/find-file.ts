import type { TenantScope } from '#db/scopes.ts';
import type { LinkClaim } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import { notFound } from '#lib/problem.ts';
import type { Viewer } from './access-queries.ts';
import { fileForAgent, fileForContact, fileForLink } from './file-queries.ts';

// The statement of a file's own route: one trip with the session's check.

/** Who looks with a contact's eyes sees nothing that the contact has not sent. */
export function findContactFile(scope: TenantScope, claim: Viewer & { readonly isViewAs: boolean }, id: string) {
  return { file: fileForContact(scope, claim, { id: checked(id), isOwnToo: !claim.isViewAs }) };
}

export function findLinkFile(scope: TenantScope, claim: LinkClaim, id: string) {
  return { file: fileForLink(scope, claim, checked(id)) };
}

export function findAgentFile(scope: TenantScope, agentId: string, id: string) {
  return { file: fileForAgent(scope, agentId, checked(id)) };
}

function checked(id: string): string {
  if (!isId('attachment', id)) throw notFound();
  return id;
}
