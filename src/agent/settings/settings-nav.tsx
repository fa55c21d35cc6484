import type { AgentRole } from '#lib/actor.ts';
import { Icon } from '#ui/icon.tsx';
import type { Reader } from '#ui/reader.ts';
import { listHref } from '../tickets/list-input.ts';
import { groupsFor, type Section, sectionHref } from './sections.ts';

interface SettingsNavProps {
  readonly reader: Reader;
  readonly role: AgentRole;
  readonly section: Section | null;
}

/** All sections by their groups, in the place of the views; a phone has the index instead. */
export const SettingsNav = ({ reader: { t }, role, section }: SettingsNavProps) => (
  <nav class="inner" aria-label={t('agent.nav.settings')}>
    <a class="leave" href={listHref({ view: 'open' })}>
      <Icon name="arrow-left" />
      <span>{t('agent.nav.toTickets')}</span>
    </a>
    {groupsFor(role).map(({ group, sections }) => (
      <>
        <p id={`group-${group}`}>{t(`agent.settings.group.${group}`)}</p>
        <ul aria-labelledby={`group-${group}`}>
          {sections.map((each) => (
            <li>
              <a href={sectionHref(each)} aria-current={each === section ? 'page' : undefined}>
                {t(`agent.settings.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </>
    ))}
  </nav>
);
