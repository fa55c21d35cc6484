import { Column, Row } from 'jsx-email';
import { Frame } from './frame.tsx';
import { Action, Block, Heading, Lead, Note } from './parts.tsx';
import { type Filled, frameSlots } from './slots.ts';
import { mono, tones } from './tones.ts';

export const slots = {
  ...frameSlots,
  heading: 'text',
  lead: 'text',
  code: 'text',
  alternative: 'text',
  link: 'url',
  button: 'text',
  note: 'text',
} as const;

/** One code, set in one piece so that it is copied in one piece, and one button. */
export function Layout(s: Filled<typeof slots>) {
  const code = {
    padding: '18px 12px 18px 20px',
    borderRadius: 8,
    backgroundColor: tones.soft,
    color: tones.ink,
    fontFamily: mono,
    fontSize: 38,
    lineHeight: '44px',
    fontWeight: 600,
    letterSpacing: 8,
  };
  return (
    <Frame slots={s}>
      <Heading>{s.heading}</Heading>
      <Lead>{s.lead}</Lead>
      <Block>
        <Row>
          <Column className="soft ink code" align="center" style={code}>
            {s.code}
          </Column>
        </Row>
      </Block>
      <p className="ink" style={{ margin: '24px 0 0', fontSize: 15, lineHeight: '23px', color: tones.ink }}>
        {s.alternative}
      </p>
      <Action href={s.link} slots={s}>
        {s.button}
      </Action>
      <Note>{s.note}</Note>
    </Frame>
  );
}
