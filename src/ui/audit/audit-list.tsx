import { ButtonLink } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Pager } from '../pager.tsx';
import type { Reader } from '../reader.ts';
import { AuditFilters, type AuditFiltersProps } from './audit-filters.tsx';
import { type AuditRowView, AuditTable } from './audit-table.tsx';

interface AuditListProps {
  reader: Reader;
  caption: string;
  rows: readonly AuditRowView[];
  filters: Omit<AuditFiltersProps, 'reader'>;
  isFiltered: boolean;
  /** Only so many entries were looked through. */
  isPartial: boolean;
  olderHref: string | undefined;
  newestHref: string | undefined;
}

/** Filters, entries, and the way to older ones. */
export const AuditList = (props: AuditListProps) => {
  const { reader, rows, olderHref, newestHref } = props;
  return (
    <>
      <AuditFilters reader={reader} {...props.filters} />
      {rows.length > 0 ? <AuditTable reader={reader} caption={props.caption} rows={rows} /> : <Nothing {...props} />}
      {rows.length > 0 && props.isPartial && <p class="hint">{reader.t('audit.partial.foot')}</p>}
      {rows.length > 0 && <Pager reader={reader} newest={newestHref} older={olderHref} />}
    </>
  );
};

const Nothing = ({ reader: { t }, isFiltered, isPartial, olderHref }: AuditListProps) => {
  const why = isPartial ? 'partial' : isFiltered ? 'none' : 'empty';
  return (
    <EmptyState icon="clock" title={t(`audit.${why}.title`)} text={t(`audit.${why}.text`)}>
      {isPartial && olderHref !== undefined && <ButtonLink href={olderHref}>{t('audit.further')}</ButtonLink>}
    </EmptyState>
  );
};
