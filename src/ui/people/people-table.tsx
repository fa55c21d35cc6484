import type { Child } from 'hono/jsx';
import { DataTable } from '../data-table.tsx';
import type { Reader } from '../reader.ts';

/** Somebody on a request, as their row says it. */
export interface PersonOnView {
  readonly name: string;
  /** Below the name; empty: nothing. */
  readonly email: string;
  readonly isYou: boolean;
  /** What they are there. */
  readonly part: string;
  /** What can be done with their row; null: nothing. */
  readonly action: Child;
}

/** Everybody on a request, who asked first. */
export const PeopleTable = ({ reader: { t }, people }: { reader: Reader; people: readonly PersonOnView[] }) => (
  <DataTable
    caption={t('people.list')}
    columns={[t('people.name'), t('people.part'), t('people.action')]}
    rows={people.map(({ name, email, isYou, part, action }) => [
      <>
        <bdi>{name}</bdi> {isYou && <span class="pill">{t('people.you')}</span>}
        {email !== '' && (
          <small>
            <bdi>{email}</bdi>
          </small>
        )}
      </>,
      part,
      action,
    ])}
    hasActions
  />
);
