import type { AuditAction } from './actions.ts';

/** Somebody or something that an entry names. The name is today's; null where there is none (any more). */
export interface AuditName {
  readonly id: string;
  readonly name: string | null;
}

/** One entry as it is read. */
export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly action: AuditAction;
  readonly actor: {
    readonly kind: 'contact' | 'agent' | 'system' | 'unknown';
    readonly id: string | null;
    readonly name: string | null;
  };
  readonly account: AuditName | null;
  readonly subject: AuditName | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly client: string;
  readonly place: string;
  readonly device: string;
}

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  /** The cursor of what is older; null at the end. */
  readonly next: string | null;
  /** Only so many entries were looked through, and fewer than a page of them matched. */
  readonly isPartial: boolean;
}
