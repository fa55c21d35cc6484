import { Frame } from './frame.tsx';
import { Action, Block, Heading, Lead, Note } from './parts.tsx';
import { type Filled, ticketSlots } from './slots.ts';

export const slots = { ...ticketSlots, lead: 'text', facts: 'html' } as const;

/** For agents: what came in, from whom, how urgent. */
export function Layout(s: Filled<typeof slots>) {
  return (
    <Frame slots={s}>
      <Heading>{s.subject}</Heading>
      <Lead>{s.lead}</Lead>
      <Block>{s.facts}</Block>
      <Block>{s.message}</Block>
      <Action href={s.link} slots={s}>
        {s.button}
      </Action>
      <Note>{s.note}</Note>
    </Frame>
  );
}
