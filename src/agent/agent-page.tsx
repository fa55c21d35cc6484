import type { Child } from 'hono/jsx';
import type { Agent } from '#lib/actor.ts';
import type { Frame } from '#ui/frame.ts';
import { DeskShell, type Place, type ViewCounts } from './desk-shell.tsx';

interface AgentPageProps {
  frame: Frame;
  title: string;
  actor: Agent;
  /** From `loadDeskFrame`. */
  counts: ViewCounts;
  /** None where the page belongs to a ticket. */
  current?: Place;
  inner?: Child;
  children: Child;
}

/** A page of the agent app that is not about tickets: read and filled in, so narrower than a list. */
export const AgentPage = ({ frame, title, actor, counts, current, inner, children }: AgentPageProps) => (
  <DeskShell frame={frame} title={title} person={actor} counts={counts} current={current} inner={inner}>
    <div class="place">{children}</div>
  </DeskShell>
);
