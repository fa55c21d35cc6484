import * as z from 'zod';
import { nameOf } from '#identity/people/name-of.ts';
import { isZone } from '#lib/times.ts';
import type { ProfileView } from '#ui/profile-form.tsx';
import type { Reader } from '#ui/reader.ts';

/** What a person sends about themselves. */
export const profileForm = z.strictObject({ name: z.string().default(''), zone: z.string().default('') });

interface CheckedProfile {
  /** As it was typed, for the form that comes back. */
  readonly typed: Omit<ProfileView, 'automaticZone'>;
  /** As it is stored; null where something is wrong. */
  readonly profile: { readonly name: string; readonly zone: string | null } | null;
}

export function checkProfile({ t }: Reader, fields: Readonly<Record<string, string | undefined>>): CheckedProfile {
  const [typedName, zone] = [fields['name'] ?? '', fields['zone'] ?? ''];
  const name = nameOf(typedName);
  const errors: { name?: string; zone?: string } = {};
  if (!name.ok)
    errors.name =
      name.fault === 'missing' ? t('field.missing') : t('field.tooLong', { max: name.max, length: name.length });
  if (zone !== '' && !isZone(zone)) errors.zone = t('field.choice');
  const profile = name.ok && !errors.zone ? { name: name.value, zone: zone === '' ? null : zone } : null;
  return { typed: { name: typedName, zone, errors }, profile };
}
