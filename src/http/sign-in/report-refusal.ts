import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import type { RefusalMessage } from '#identity/refusals/refusal.ts';
import { bestEffort } from '#lib/best-effort.ts';
import type { SignInFace } from './sign-in-face.ts';

/** Tells the queue that a sign-in was refused, after the answer; who it was is found there. */
export function reportRefusal(
  face: Pick<SignInFace, 'realm'>,
  c: AppContext,
  refused: string,
  { door, reason }: Pick<RefusalMessage, 'door' | 'reason'>,
): void {
  const realm = face.realm(c);
  const message: RefusalMessage = {
    refused,
    tenantId: realm.kind === 'portal' ? realm.scope.tenant.id : null,
    host: realm.host,
    door,
    reason,
    origin: originOf(c),
  };
  c.executionCtx.waitUntil(bestEffort('refusal_untold', reason, () => c.env.SIGN_IN_QUEUE.send(message)));
}
