import { Icon } from '#ui/icon.tsx';
import { PageHead } from '#ui/page-head.tsx';
import type { Reader } from '#ui/reader.ts';
import { AgentPage } from '../agent-page.tsx';
import type { PlaceProps } from '../send-place.ts';
import { groupsFor, type SectionGroup, sectionHref } from './sections.ts';
import { SettingsNav } from './settings-nav.tsx';

/** The way into the settings: each section with what it is for. */
export const IndexPage = ({ frame, actor, counts }: PlaceProps) => {
  const { reader } = frame;
  const title = reader.t('agent.nav.settings');
  return (
    <AgentPage
      {...{ frame, title, actor, counts }}
      current="settings"
      inner={<SettingsNav reader={reader} role={actor.role} section={null} />}
    >
      <PageHead title={title} />
      {groupsFor(actor.role).map((group) => (
        <Group reader={reader} {...group} />
      ))}
    </AgentPage>
  );
};

const Group = ({ reader: { t }, group, sections }: { reader: Reader } & SectionGroup) => (
  <section class="settings-group" aria-labelledby={`of-${group}`}>
    <h2 id={`of-${group}`}>{t(`agent.settings.group.${group}`)}</h2>
    <ul>
      {sections.map((section) => (
        <li>
          <a href={sectionHref(section)} aria-describedby={`about-${section}`}>
            {t(`agent.settings.${section}`)}
          </a>
          <p class="hint" id={`about-${section}`}>
            {t(`agent.settings.${section}Text`)}
          </p>
          <Icon name="chevron" />
        </li>
      ))}
    </ul>
  </section>
);
