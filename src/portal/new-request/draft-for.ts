import type { Fields } from '#http/fields.ts';
import type { Contact } from '#lib/actor.ts';
import { keyedFields } from '../forms/keyed-form.ts';
import { numberIn } from '../request-number.ts';

export interface RequestDraft {
  readonly fields: Fields;
  /** The key it was typed under, so that what did arrive is not sent twice. */
  readonly key: string | undefined;
  /** The request that it follows and the address does not name. */
  readonly followUp: number | null;
}

/** What was kept for this form, where it belongs to this workspace and to the request that the address follows. */
export function draftFor(kept: Fields | null, actor: Contact, followUp: number | null): RequestDraft | null {
  if (!kept || kept['workspace'] !== actor.accountId) return null;
  const follows = numberIn(kept['follow_up']);
  if (followUp !== null && follows !== followUp) return null;
  const { preview: _, continue: __, ...fields } = kept;
  return { fields, key: keyedFields.key.safeParse(kept['key']).data, followUp: followUp === null ? follows : null };
}
