import * as z from 'zod';
import { externalIdOf } from '#identity/accounts/external-id.ts';
import { nameOf } from '#identity/people/name-of.ts';
import type { Reader } from '#ui/reader.ts';

/** What stands in the form of an account. */
export interface TypedAccount {
  readonly name: string;
  readonly externalId: string;
  readonly sight: 'own' | 'all';
}

/** Messages beside the controls. */
export interface AccountFaults {
  readonly name?: string;
  readonly external_id?: string;
}

/** The fields of the form, for z.strictObject. */
export const accountFields = { name: z.string().default(''), external_id: z.string().default('') };

type AccountRead =
  | { readonly ok: true; readonly name: string; readonly externalId: string | null }
  | { readonly ok: false; readonly faults: AccountFaults };

/** What was typed, as it is stored, or what is wrong with it. */
export function readAccount({ t }: Reader, typed: TypedAccount): AccountRead {
  const [name, externalId] = [nameOf(typed.name), externalIdOf(typed.externalId)];
  if (name.ok && externalId.ok) return { ok: true, name: name.value, externalId: externalId.value };
  return {
    ok: false,
    faults: {
      ...(!name.ok && {
        name:
          name.fault === 'missing' ? t('field.missing') : t('field.tooLong', { max: name.max, length: name.length }),
      }),
      ...(!externalId.ok && {
        external_id: t('field.tooLong', { max: externalId.max, length: externalId.length }),
      }),
    },
  };
}
