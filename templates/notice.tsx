import { Frame } from './frame.tsx';
import { Action, Block, Heading, Lead, Note } from './parts.tsx';
import { type Filled, frameSlots } from './slots.ts';

export const slots = {
  ...frameSlots,
  heading: 'text',
  lead: 'text',
  facts: 'html',
  link: 'url',
  button: 'text',
  note: 'text',
} as const;

/** One thing that happened about somebody's access, and one thing to press. */
export function Layout(s: Filled<typeof slots>) {
  return (
    <Frame slots={s}>
      <Heading>{s.heading}</Heading>
      <Lead>{s.lead}</Lead>
      <Block>{s.facts}</Block>
      <Action href={s.link} slots={s}>
        {s.button}
      </Action>
      <Note>{s.note}</Note>
    </Frame>
  );
}
