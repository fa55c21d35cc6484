import type { AppContext } from '#http/context.ts';
import { originOf } from '#http/origin-of.ts';
import { visitAsContact } from '#http/visit.ts';
import { endOneSession } from '#identity/sessions/end-one-session.ts';

/** POST /settings/sessions/:session/ending: over it is in any case; of another's nothing is said and nothing ended. */
export async function endOwnSession(c: AppContext): Promise<Response> {
  const { actor } = await visitAsContact(c, () => ({}));
  const owner = { kind: 'contact', id: actor.id } as const;
  await endOneSession(c.get('scope'), owner, c.req.param('session') ?? '', { actor: owner, origin: originOf(c) });
  return c.redirect('/settings?said=session-ended#sessions', 303);
}
