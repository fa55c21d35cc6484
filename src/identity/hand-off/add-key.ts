import { auditedIfChanged } from '#audit/audited.ts';
import { isDuplicate, run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Agent } from '#lib/actor.ts';
import type { Origin } from '#lib/origin.ts';
import { mustManage } from '#lib/rights.ts';
import { seal } from '#lib/seal.ts';
import { randomToken } from '#lib/secrets.ts';
import { secretOwner } from './find-key.ts';
import { insertKey } from './key-queries.ts';
import type { HandOffDoor } from './load-ring.ts';
import { type KeyFaults, type KeyWish, readKeyWish } from './read-key-wish.ts';

export type KeyAdded =
  | {
      readonly ok: true;
      readonly kid: string;
      readonly algorithm: string;
      readonly issuer: string;
      /** Shown once, and never to be had again; null for a key that somebody else holds. */
      readonly secret: string | null;
    }
  | { readonly ok: false; readonly faults: KeyFaults };

/** Adds a key that the tenant's product may sign with: owners and admins only. */
export async function addKey(
  scope: TenantScope,
  actor: Agent,
  wish: KeyWish,
  door: HandOffDoor,
  origin: Origin,
): Promise<KeyAdded> {
  mustManage(actor);
  const read = await readKeyWish(scope, wish, door);
  if (!read.ok) return read;
  const { kid, name, issuer, algorithm, publicKey, jwksUrl } = read.key;
  // 43 characters of base64url: they are the secret as they stand, 43 bytes of which 32 are chance.
  const secret = algorithm === 'HS256' ? randomToken() : null;
  const sealed = secret && (await seal(door.settings.sealKeys, secretOwner(scope.tenant.id, kid), secret));
  const row = { kid, name, issuer, algorithm, publicKey, jwksUrl, secret: sealed, createdBy: actor.id };
  try {
    const { added } = await run(scope.db, {
      added: insertKey(scope, row),
      entry: auditedIfChanged(scope, {
        action: 'handoff_key.added',
        actor: { kind: 'agent', id: actor.id },
        subjectId: kid,
        detail: { kid, algorithm, by: wish.kind },
        origin,
      }),
    });
    return added === 0 ? { ok: false, faults: { form: 'too_many' } } : { ok: true, kid, algorithm, issuer, secret };
  } catch (error) {
    if (isDuplicate(error, 'handoff_keys')) return { ok: false, faults: { kid: 'taken' } };
    throw error;
  }
}
