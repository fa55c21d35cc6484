import type { Child } from 'hono/jsx';
import type { Agent } from '#lib/actor.ts';
import type { Frame } from '#ui/frame.ts';
import { PageHead } from '#ui/page-head.tsx';
import { AgentPage } from '../agent-page.tsx';
import type { ViewCounts } from '../desk-shell.tsx';
import { type Section, sectionHref, sectionsFor } from './sections.ts';

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
  const { t } = frame.reader;
  const name = t(`agent.settings.${section}`);
  const heading = title ?? name;
  return (
    <AgentPage frame={frame} title={heading} actor={actor} counts={counts} current="settings">
      <nav class="sections" aria-label={t('agent.nav.settings')}>
        {sectionsFor(actor.role).map((each) => (
          <a href={sectionHref(each)} aria-current={each === section ? 'page' : undefined}>
            {t(`agent.settings.${each}`)}
          </a>
        ))}
      </nav>
      <PageHead
        title={heading}
        {...(title !== undefined && { back: back ?? { href: sectionHref(section), label: name } })}
      />
      {children}
    </AgentPage>
  );
};
