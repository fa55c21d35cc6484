import type { AppContext } from '#http/context.ts';
import { visitAsAgent } from '#http/visit.ts';
import { joinRoom, refuseHandshake } from '#live/join.ts';

/** The socket of the list: it says that something changed, never what. */
export async function joinDesk(c: AppContext): Promise<Response> {
  const refusal = refuseHandshake(c.req.raw);
  if (refusal) return refusal;
  const { actor } = await visitAsAgent(c, () => ({}));
  const scope = c.get('scope');
  return joinRoom(c.env, c.req.raw, { scope, topic: { kind: 'desk' }, actor, host: c.get('host'), latest: null });
}
