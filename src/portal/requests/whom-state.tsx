import { EmptyState } from '#ui/empty-state.tsx';
import type { Reader } from '#ui/reader.ts';
import type { Whom } from './list-view.ts';

/** Instead of a list of somebody's requests: who that is. */
export const WhomState = ({ reader: { t }, whom: { text, people } }: { reader: Reader; whom: Whom }) => {
  if (people.length === 0)
    return <EmptyState icon="people" title={t('list.whom.none', { text })} text={t('list.whom.none.text')} />;
  return (
    <EmptyState icon="people" title={t('list.whom')} text={t('list.whom.text', { text })}>
      <ul class="whom">
        {people.map(({ name, email, href }) => (
          <li>
            <a href={href}>
              <bdi>{name}</bdi> {email && <bdi class="hint">{email}</bdi>}
            </a>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
};
