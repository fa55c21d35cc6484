import { Button, Column, Row, Section } from 'jsx-email';
import type { PropsWithChildren } from 'react';
import type { authorSlots, Filled, frameSlots } from './slots.ts';
import { font, tones } from './tones.ts';

type Accented = { slots: Filled<typeof frameSlots> };

export function Heading({ children }: PropsWithChildren) {
  const style = { margin: 0, fontFamily: font, fontSize: 22, lineHeight: '30px', fontWeight: 600, color: tones.ink };
  return (
    <h1 className="ink" style={style}>
      {children}
    </h1>
  );
}

export function Lead({ children }: PropsWithChildren) {
  return (
    <p className="dim" style={{ margin: '6px 0 0', fontSize: 15, lineHeight: '23px', color: tones.dim }}>
      {children}
    </p>
  );
}

export function Note({ children }: PropsWithChildren) {
  return (
    <p className="dim" style={{ margin: '16px 0 0', fontSize: 13, lineHeight: '20px', color: tones.dim }}>
      {children}
    </p>
  );
}

/** The one thing to press. */
export function Action({ href, slots, children }: PropsWithChildren<Accented & { href: string }>) {
  return (
    <Row>
      <Column style={{ paddingTop: 20 }}>
        <Button
          href={href}
          width={240}
          height={48}
          fontSize={16}
          borderSize={0}
          borderRadius={8}
          backgroundColor={slots.accent}
          textColor={slots.onAccent}
          style={{ fontFamily: font, fontWeight: 600 }}
        >
          {children}
        </Button>
      </Column>
    </Row>
  );
}

/** A block below what came before it, of full width. */
export function Block({ children }: PropsWithChildren) {
  return (
    <Row>
      <Column style={{ paddingTop: 20 }}>{children}</Column>
    </Row>
  );
}

/** Words that came from the reader, given back in a tinted box. */
export function Receipt({ subject, children }: PropsWithChildren<{ subject: string }>) {
  return (
    <Block>
      <Section className="soft" style={{ backgroundColor: tones.soft, borderRadius: 8 }}>
        <Row>
          <Column
            className="ink"
            style={{ padding: '18px 20px 6px', fontSize: 15, lineHeight: '24px', color: tones.ink }}
          >
            <p style={{ margin: '0 0 10px', fontWeight: 600 }}>{subject}</p>
            {children}
          </Column>
        </Row>
      </Section>
    </Block>
  );
}

/** A disc with the initials, the name, and what that person did. */
export function Author({ slots }: { slots: Filled<typeof frameSlots> & Filled<typeof authorSlots> }) {
  const disc = {
    width: 40,
    height: 40,
    borderRadius: 20,
    backgroundColor: slots.accent,
    color: slots.onAccent,
    fontSize: 15,
    lineHeight: '40px',
    fontWeight: 600,
  };
  return (
    <Block>
      <Row>
        <Column align="center" valign="middle" width={40} style={disc}>
          {slots.initials}
        </Column>
        <Column valign="middle" style={{ paddingLeft: 12, paddingRight: 12 }}>
          <p className="ink" style={{ margin: 0, fontSize: 15, lineHeight: '20px', fontWeight: 600, color: tones.ink }}>
            {slots.author}
          </p>
          <p className="dim" style={{ margin: 0, fontSize: 13, lineHeight: '20px', color: tones.dim }}>
            {slots.did}
          </p>
        </Column>
      </Row>
    </Block>
  );
}
