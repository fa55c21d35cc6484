import { Frame } from './frame.tsx';
import { Action, Heading, Lead, Note } from './parts.tsx';
import { answerSlots, type Filled, ticketSlots } from './slots.ts';
import { tones } from './tones.ts';

export const slots = { ...ticketSlots, ...answerSlots, badge: 'text', lead: 'text' } as const;

/** Solved, by whom, with their last words where there are any. */
export function Layout(s: Filled<typeof slots>) {
  const badge = { margin: '0 0 10px', fontSize: 14, lineHeight: '20px', fontWeight: 600, color: tones.ink };
  return (
    <Frame slots={s} above={s.answerLine}>
      <p className="ink" style={badge}>
        <span aria-hidden="true">✓ </span>
        {s.badge}
      </p>
      <Heading>{s.subject}</Heading>
      <Lead>{s.lead}</Lead>
      {s.message}
      <Action href={s.link} slots={s}>
        {s.button}
      </Action>
      <Note>{s.note}</Note>
    </Frame>
  );
}
