import type { Child } from 'hono/jsx';
import type { AppContext } from '#http/context.ts';
import { agentLook } from '#http/frame.ts';
import { sendPage } from '#http/send-page.ts';
import type { Agent } from '#lib/actor.ts';
import type { Frame } from '#ui/frame.ts';
import type { ViewCounts } from './desk-shell.tsx';

/** An agent who was found to be there, and what stands around their pages (`loadDeskFrame`). */
export interface Arrived {
  readonly actor: Agent;
  readonly rows: { readonly counts: ViewCounts };
}

export interface PlaceProps {
  readonly frame: Frame;
  readonly actor: Agent;
  readonly counts: ViewCounts;
}

/** Sends a page of the agent app that is not about tickets; 422 for a form that comes again. */
export async function sendPlace(
  c: AppContext,
  { actor, rows }: Arrived,
  page: (props: PlaceProps) => Child,
  status: 200 | 422 = 200,
): Promise<Response> {
  const look = await agentLook(c, actor);
  return sendPage(c, look, page({ frame: look.frame, actor, counts: rows.counts }), status);
}
