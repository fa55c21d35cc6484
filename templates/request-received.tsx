import { Frame } from './frame.tsx';
import { Action, Heading, Lead, Note, Receipt } from './parts.tsx';
import { answerSlots, type Filled, ticketSlots } from './slots.ts';

export const slots = { ...ticketSlots, ...answerSlots, heading: 'text', lead: 'text' } as const;

/** A receipt: it came in, and these were your words. */
export function Layout(s: Filled<typeof slots>) {
  return (
    <Frame slots={s} above={s.answerLine}>
      <Heading>{s.heading}</Heading>
      <Lead>{s.lead}</Lead>
      <Receipt subject={s.subject}>{s.message}</Receipt>
      <Action href={s.link} slots={s}>
        {s.button}
      </Action>
      <Note>{s.note}</Note>
    </Frame>
  );
}
