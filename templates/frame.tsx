import { Body, ColorScheme, Container, Head, Html, Preview, Section } from 'jsx-email';
import type { PropsWithChildren } from 'react';
import type { Filled, frameSlots } from './slots.ts';
import { font, sheet, tones } from './tones.ts';

type FrameProps = PropsWithChildren<{ slots: Filled<typeof frameSlots>; above?: string }>;

/** Masthead, card and footer: the same around every mail. `above` stands before all else that is seen. */
export function Frame({ slots, above, children }: FrameProps) {
  return (
    <Html lang={slots.lang} dir={slots.dir as 'ltr'}>
      <Head>
        <title>{slots.title}</title>
        <ColorScheme mode="light dark" />
        <style>{sheet}</style>
      </Head>
      <Body className="page" style={{ margin: 0, padding: 0, backgroundColor: tones.page, fontFamily: font }}>
        <Preview>{slots.preheader}</Preview>
        <Section className="page" style={{ backgroundColor: tones.page }}>
          <Container alignment="left" containerWidth={600}>
            {above}
            <Band padding="24px 32px 20px">{slots.masthead}</Band>
            <Card accent={slots.accent}>{children}</Card>
            <Band padding="20px 32px 40px">{slots.footer}</Band>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

function Band({ padding, children }: PropsWithChildren<{ padding: string }>) {
  const style = { padding, fontFamily: font, fontSize: 13, lineHeight: '20px', color: tones.dim };
  return (
    <Section>
      <table width="100%" cellPadding={0} cellSpacing={0} border={0} role="presentation">
        <tbody>
          <tr>
            <td className="gutter dim" align="left" style={style}>
              {children}
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}

function Card({ accent, children }: PropsWithChildren<{ accent: string }>) {
  const style = { padding: '32px 32px 36px', fontFamily: font, fontSize: 16, lineHeight: '25px', color: tones.ink };
  return (
    <Section className="card" style={{ backgroundColor: tones.card, borderTop: `4px solid ${accent}` }}>
      <table width="100%" cellPadding={0} cellSpacing={0} border={0} role="presentation">
        <tbody>
          <tr>
            <td className="gutter ink" align="left" style={style}>
              {children}
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}
