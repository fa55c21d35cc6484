import type { Fields } from '#http/fields.ts';
import { type TypedFiles, typedFiles } from '#http/form-files.ts';
import { formKey, newKey } from '#http/form-key.ts';
import { afterReply, type EntryInput } from './entry-form.ts';

/** What stands in the composer when a page is made. */
export interface Draft {
  readonly kind: EntryInput['kind'];
  readonly body: string;
  readonly status: EntryInput['status'];
  readonly key: string;
  /** Newest entry that the writer had seen; null: all that this page shows. */
  readonly seen: number | null;
  /** The body's fault. */
  readonly error?: string | undefined;
  /** Why it was not sent. */
  readonly stopped?: 'moved' | 'other_text' | 'closed' | 'needed' | undefined;
  readonly files: TypedFiles;
  readonly preview?: boolean;
}

export function newDraft(): Draft {
  return { kind: 'reply', body: '', status: 'waiting', key: newKey(), seen: null, files: typedFiles() };
}

/** As the form was filled in, whatever was wrong with it. */
export function draftOf(fields: Fields, change: Partial<Draft> = {}): Draft {
  const { kind, body = '', status, key, seen = '' } = fields;
  return {
    kind: kind === 'note' ? 'note' : 'reply',
    body,
    status: afterReply.find((each) => each === status) ?? 'waiting',
    key: formKey.safeParse(key).data ?? newKey(),
    files: typedFiles(fields),
    seen: /^\d{1,9}$/.test(seen) ? Number(seen) : null,
    ...change,
  };
}
