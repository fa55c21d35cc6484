import * as z from 'zod';
import { externalIdOf } from '#identity/accounts/external-id.ts';
import { nameOf } from '#identity/people/name-of.ts';
import { cleanLine, isLongerThan, lengthOf } from '#lib/text.ts';
import type { Reader } from '#ui/reader.ts';

const longestTier = 50;

/** What stands in the form of an account. */
export interface TypedAccount {
  readonly name: string;
  readonly externalId: string;
  readonly sight: 'own' | 'all';
  readonly tier: string;
}

/** Messages beside the controls. */
export interface AccountFaults {
  readonly name?: string;
  readonly external_id?: string;
  readonly tier?: string;
}

/** The fields of the form, for z.strictObject. */
export const accountFields = {
  name: z.string().default(''),
  external_id: z.string().default(''),
  tier: z.string().default(''),
};

type AccountRead =
  | { readonly ok: true; readonly name: string; readonly externalId: string | null; readonly tier: string }
  | { readonly ok: false; readonly faults: AccountFaults };

/** What was typed, as it is stored, or what is wrong with it. */
export function readAccount({ t }: Reader, typed: TypedAccount): AccountRead {
  const [name, externalId, tier] = [nameOf(typed.name), externalIdOf(typed.externalId), cleanLine(typed.tier)];
  const isLong = isLongerThan(tier, longestTier);
  if (name.ok && externalId.ok && !isLong) {
    return { ok: true, name: name.value, externalId: externalId.value, tier };
  }
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
      ...(isLong && { tier: t('field.tooLong', { max: longestTier, length: lengthOf(tier) }) }),
    },
  };
}
