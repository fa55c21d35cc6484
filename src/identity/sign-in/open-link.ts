import { run } from '#db/run.ts';
import { isToken, linkHash } from './challenge.ts';
import { type ChallengeState, challengeState } from './challenge-queries.ts';
import { readLinkCopy } from './link-copy.ts';
import { type Realm, realmName } from './realm.ts';

export type OpenedLink = Pick<ChallengeState, 'state' | 'email' | 'askedAt' | 'askedFrom'> & { readonly hash: string };

/**
 * What a link is good for, without using it. Answered from KV's copy where there
 * is one, so that mail scanners do not reach D1; a stale copy only means that
 * the button says what this page could not yet know.
 */
export async function openLink(realm: Realm, kv: KVNamespace, pepper: string, token: string): Promise<OpenedLink> {
  if (!isToken(token)) return { state: 'unknown', email: '', askedAt: 0, askedFrom: '', hash: '' };
  const hash = await linkHash(pepper, realmName(realm), token);
  const copy = await readLinkCopy(kv, hash, realm.scope.now);
  if (copy && copy.host === realm.host) return { ...copy, state: 'live', hash };
  const { found } = await run(realm.scope.db, { found: challengeState(realm, hash) });
  return { ...found, hash };
}
