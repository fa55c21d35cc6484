import type { DeskHit } from '#tickets/desk-search-page.ts';
import { readSnippet, type SnippetPart } from '#tickets/snippet.ts';
import type { Reader } from '#ui/reader.ts';
import type { StatusView } from '#ui/status-badge.tsx';
import { ticketHref } from './list-input.ts';

export interface HitView {
  readonly number: number;
  readonly href: string;
  readonly subject: readonly SnippetPart[];
  readonly status: StatusView;
  readonly requester: string;
  readonly account: string;
  /** ms, UTC */
  readonly activityAt: number;
  /** What was found where; nothing more where it is the subject. */
  readonly text: {
    readonly where: string | null;
    readonly isNote: boolean;
    readonly parts: readonly SnippetPart[];
  } | null;
}

export function hitOf(hit: DeskHit, { t }: Reader): HitView {
  const parts = readSnippet(hit.snippet, hit.kind);
  const isSubject = hit.kind === 'subject';
  const where = { subject: null, message: null, note: t('search.note'), file: t('search.file'), field: hit.fieldLabel };
  return {
    number: hit.number,
    href: ticketHref(hit.number, 'open'),
    // Of a long subject the snippet is a part.
    subject:
      isSubject && !parts.some(({ text }) => text.includes('…')) ? parts : [{ text: hit.subject, isMatch: false }],
    status: { category: hit.category, label: hit.statusLabel },
    requester: hit.requesterName,
    account: hit.accountName,
    activityAt: hit.activityAt,
    text: isSubject ? null : { where: where[hit.kind], isNote: hit.kind === 'note', parts },
  };
}

/** The address of a search, further back than `before`. */
export function searchHref(words: string, before?: number): string {
  const params = new URLSearchParams({ q: words });
  if (before !== undefined) params.set('before', String(before));
  return `/tickets?${params}`;
}

/** Anything that is no place in the order is as good as not said. */
export function readBefore(text: string | undefined): number | null {
  const before = /^\d{1,16}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return Number.isSafeInteger(before) ? before : null;
}
