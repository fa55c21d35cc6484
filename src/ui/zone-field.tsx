import { zoneName } from '#lib/times.ts';
import type { Reader } from './reader.ts';
import { Select } from './select.tsx';

interface ZoneFieldProps {
  reader: Reader;
  /** IANA name, or empty: automatic. */
  zone: string;
  /** What automatic means here. */
  automaticZone: string;
  error?: string | undefined;
}

/** A person's time zone: every one that the platform knows, and automatic. */
export const ZoneField = ({ reader, zone, automaticZone, error }: ZoneFieldProps) => (
  <Select
    reader={reader}
    name="zone"
    label={reader.t('settings.zone')}
    hint={reader.t('settings.zoneHint')}
    error={error}
    value={zone}
    options={zoneOptions(reader.t('settings.zoneAutomatic', { zone: zoneName(automaticZone) }), zone)}
    required
  />
);

/** The zone that is set stays in the list even under an old name. */
function zoneOptions(automatic: string, chosen: string) {
  const zones = Intl.supportedValuesOf('timeZone');
  const all = chosen === '' || zones.includes(chosen) ? zones : [chosen, ...zones];
  return [{ value: '', label: automatic }, ...all.map((value) => ({ value, label: value.replaceAll('_', ' ') }))];
}
