import { Frame } from './frame.tsx';
import { Action, Author, Block, Heading, Note } from './parts.tsx';
import { answerSlots, authorSlots, type Filled, ticketSlots } from './slots.ts';

export const slots = { ...ticketSlots, ...answerSlots, ...authorSlots } as const;

/** Subject, who answered, the answer. */
export function Layout(s: Filled<typeof slots>) {
  return (
    <Frame slots={s} above={s.answerLine}>
      <Heading>{s.subject}</Heading>
      <Author slots={s} />
      <Block>{s.message}</Block>
      <Action href={s.link} slots={s}>
        {s.button}
      </Action>
      <Note>{s.note}</Note>
    </Frame>
  );
}
