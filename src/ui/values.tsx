import type { Child } from 'hono/jsx';
import { Button, ButtonLink } from './button.tsx';
import { Icon } from './icon.tsx';
import type { Reader } from './reader.ts';

/** What a field of a ticket holds, as it is shown. */
export type ValueView =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'links'; readonly links: readonly ValueLink[] };

export interface ValueLink {
  readonly href: string;
  readonly text: string;
  /** It leads away from us. */
  readonly isForeign?: boolean;
  /** Beside it: how large a file is. */
  readonly size?: string | undefined;
}

export interface ValueRow {
  /** Of the field. */
  readonly id: string;
  readonly label: string;
  readonly value: ValueView;
  /** Agents fill it in before they solve. */
  readonly isNeeded?: boolean;
  /** It was changed by what was sent just now: says so, and takes the focus. */
  readonly isSaved?: boolean;
  /** The form that changes it; null: it stays as it is. */
  readonly form: ValueForm | null;
}

export interface ValueForm {
  readonly action: string;
  readonly hidden: Child;
  readonly control: Child;
  /** It came back with a fault. */
  readonly isOpen: boolean;
  /** The way back from a form that came back; without one it is folded. */
  readonly backHref?: string | undefined;
  readonly enctype?: 'multipart/form-data' | undefined;
}

interface ValuesProps {
  reader: Reader;
  rows: readonly ValueRow[];
  /** Sent without leaving the page. */
  isQuiet?: boolean;
}

/** Fields with what they hold; each that may be changed unfolds its form. */
export const Values = ({ reader, rows, isQuiet = false }: ValuesProps) => (
  <ul class="values">
    {rows.map((row) => (
      <li>
        {row.form ? <Changeable {...{ reader, row, form: row.form, isQuiet }} /> : <Plain {...{ reader, row }} />}
      </li>
    ))}
  </ul>
);

const Plain = ({ reader, row }: { reader: Reader; row: ValueRow }) => (
  <div class="value-row">
    <span class="value-label">
      <bdi>{row.label}</bdi>
    </span>
    <Value reader={reader} value={row.value} />
  </div>
);

type ChangeableProps = { reader: Reader; row: ValueRow; form: ValueForm; isQuiet: boolean };

const Changeable = ({ reader, row, form, isQuiet }: ChangeableProps) => {
  const { t } = reader;
  // One who sends a file leaves the page: a quiet form sends words only.
  const sheet = (
    <form method="post" action={form.action} class="value-form" autocomplete="off" enctype={form.enctype} novalidate>
      {form.hidden}
      {form.control}
      <div class="actions">
        <Button>
          {t('fields.save')} <span class="unseen">{row.label}</span>
        </Button>
        {form.backHref && (
          <ButtonLink href={form.backHref} look="quiet">
            {t('common.cancel')}
          </ButtonLink>
        )}
      </div>
    </form>
  );
  return (
    <details class="value-change" id={`value-${row.id}`} open={form.isOpen}>
      <summary autofocus={row.isSaved || undefined}>
        <span class="value-label">
          <bdi>{row.label}</bdi>
          {row.isNeeded && <span class="needed"> {t('fields.needed')}</span>}
        </span>
        <Value reader={reader} value={row.value} />
        <span class="value-edit">
          {row.isSaved && (
            <span class="value-saved">
              <Icon name="check" />
              {t('fields.saved')}
            </span>
          )}
          <span class="when-folded">{t('fields.change')}</span>
          {form.backHref === undefined && <span class="when-open">{t('common.cancel')}</span>}{' '}
          <span class="unseen">{row.label}</span>
        </span>
      </summary>
      {isQuiet && !form.enctype ? <quiet-form>{sheet}</quiet-form> : sheet}
    </details>
  );
};

const Value = ({ reader, value }: { reader: Reader; value: ValueView }) => {
  if (value.kind === 'none') return <span class="value none">{reader.t('fields.notSet')}</span>;
  if (value.kind === 'text')
    return (
      <span class="value" dir="auto">
        {value.text}
      </span>
    );
  return (
    <span class="value">
      {value.links.map(({ href, text, isForeign, size }) => (
        <span>
          <a href={href} {...(isForeign && { target: '_blank', rel: 'noopener noreferrer nofollow' })}>
            <bdi>{text}</bdi>
          </a>
          {size && <span class="file-size"> {size}</span>}
        </span>
      ))}
    </span>
  );
};
