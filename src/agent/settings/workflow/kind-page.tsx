import { categories } from '#db/schema/tickets.ts';
import type { Item, Kind } from '#tickets/workflow/item.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { Part } from '#ui/part.tsx';
import type { Reader } from '#ui/reader.ts';
import type { PlaceProps } from '../../send-place.ts';
import { SettingsPage } from '../settings-page.tsx';
import { AddItem } from './add-item.tsx';
import type { Again } from './again.ts';
import { ItemRow } from './item-row.tsx';
import { type Said, sectionOf } from './place.ts';
import { PublicWords } from './public-words.tsx';

interface KindPageProps extends PlaceProps {
  readonly kind: Kind;
  readonly items: readonly Item[];
  readonly newId: string;
  readonly said: Said | null;
  readonly again: Again | null;
}

/** A tenant's statuses, priorities or teams: words and order, each by a form of its own. */
export const KindPage = ({ frame, actor, counts, kind, items, newId, said, again }: KindPageProps) => {
  const { reader } = frame;
  const { t } = reader;
  const retired = items.filter(({ isRetired }) => isRetired);
  const errors = Object.entries(again?.faults ?? {}).map(([field, message]) => ({
    field: `${again?.id ?? 'new'}-${field}`,
    message,
  }));
  return (
    <SettingsPage {...{ frame, actor, counts }} section={sectionOf[kind]}>
      {said && (
        <Notice tone={said === 'needed' ? 'warning' : 'success'} focus>
          <p>{t(said === 'needed' ? `workflow.${kind}.needed` : `workflow.said.${said}`)}</p>
        </Notice>
      )}
      <ErrorSummary reader={reader} errors={errors} />
      <p class="lede kind-text">{t(`workflow.${kind}.text`)}</p>
      {kind === 'status' && <PublicWords {...{ reader, items }} />}
      {kind === 'status' ? (
        categories.map((category) => (
          <Part id={`of-${category}`} title={t(`workflow.category.${category}`)}>
            <p class="hint">{t(`workflow.category.${category}Text`)}</p>
            <Rows {...{ reader, kind, again }} items={items.filter((item) => item.category === category)} all={items} />
          </Part>
        ))
      ) : (
        <Part id="in-use" title={t('workflow.inUse')}>
          <Rows {...{ reader, kind, again, items }} all={items} />
        </Part>
      )}
      <AddItem {...{ reader, kind, newId }} again={again?.id === null ? again : null} />
      {retired.length > 0 && (
        <Part id="retired" title={t('workflow.retired')}>
          <p class="hint">{t('workflow.retiredText')}</p>
          <ul class="choice-rows">
            {retired.map((item) => (
              <ItemRow {...{ reader, kind, item, again }} all={items} />
            ))}
          </ul>
        </Part>
      )}
    </SettingsPage>
  );
};

interface RowsProps {
  readonly reader: Reader;
  readonly kind: Kind;
  readonly items: readonly Item[];
  readonly all: readonly Item[];
  readonly again: Again | null;
}

const Rows = ({ reader, kind, items, all, again }: RowsProps) => {
  const inUse = items.filter(({ isRetired }) => !isRetired);
  if (inUse.length === 0) return <p class="hint">{reader.t(`workflow.${kind}.none`)}</p>;
  return (
    <>
      {kind === 'status' && (
        <p class="pair-heads" aria-hidden="true">
          <span>{reader.t('workflow.agentsRead')}</span>
          <span>{reader.t('workflow.customersRead')}</span>
        </p>
      )}
      <ol class="choice-rows">
        {inUse.map((item) => (
          <ItemRow {...{ reader, kind, item, all, again }} />
        ))}
      </ol>
    </>
  );
};
