import type { Child } from 'hono/jsx';
import type { Agent } from '#lib/actor.ts';
import { manages } from '#lib/rights.ts';
import type { Frame } from '#ui/frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { ViewCounts } from '../desk-shell.tsx';
import { type Section, sectionHref, settingsHref } from './sections.ts';
import { SettingsNav } from './settings-nav.tsx';

interface SettingsPageProps {
  frame: Frame;
  actor: Agent;
  /** From `loadDeskFrame`. */
  counts: ViewCounts;
  section: Section;
  /** Where it is another than the section's. */
  title?: string;
  /** Where the page is another level down. */
  back?: { readonly href: string; readonly label: string };
  children: Child;
}

/** One section of the settings, with the way to the others. */
export const SettingsPage = ({ frame, actor, counts, section, title, back, children }: SettingsPageProps) => {
  const { reader } = frame;
  const name = reader.t(`agent.settings.${section}`);
  const heading = title ?? name;
  const mayMore = manages(actor.role);
  // Only a phone shows the way to the index: elsewhere all sections stand beside.
  const up = mayMore ? { href: settingsHref, label: reader.t('agent.nav.settings') } : undefined;
  const above = title === undefined ? up : (back ?? { href: sectionHref(section), label: name });
  return (
    <AgentPage
      frame={frame}
      title={heading}
      actor={actor}
      counts={counts}
      current="settings"
      inner={mayMore && <SettingsNav reader={reader} role={actor.role} section={section} />}
    >
      <PageHead title={heading} {...(above && { back: above })} />
      {children}
    </AgentPage>
  );
};
