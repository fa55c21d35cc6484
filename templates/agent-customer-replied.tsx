import { Frame } from './frame.tsx';
import { Action, Author, Block, Heading, Note } from './parts.tsx';
import { authorSlots, type Filled, ticketSlots } from './slots.ts';

export const slots = { ...ticketSlots, ...authorSlots, facts: 'html' } as const;

/** For agents: what the customer wrote. */
export function Layout(s: Filled<typeof slots>) {
  return (
    <Frame slots={s}>
      <Heading>{s.subject}</Heading>
      <Author slots={s} />
      <Block>{s.message}</Block>
      <Block>{s.facts}</Block>
      <Action href={s.link} slots={s}>
        {s.button}
      </Action>
      <Note>{s.note}</Note>
    </Frame>
  );
}
