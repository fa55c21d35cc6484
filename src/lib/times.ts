const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Who reads a time: their language, their IANA zone, and the moment of reading (ms, UTC). */
export type TimeReader = { readonly locale: string; readonly zone: string; readonly now: number };

/** *5 min. ago*, *yesterday*; from a week on the date, with the year where it is another one. */
export const relativeTime = (at: number, reader: TimeReader): string => {
  const age = reader.now - at;
  if (age < 45_000) return formatter(reader.locale).format(0, 'second');
  if (age < hour) return formatter(reader.locale).format(-Math.round(age / minute), 'minute');
  const days = daysBetween(at, reader);
  if (days === 0 || age < 6 * hour)
    return formatter(reader.locale).format(-Math.max(1, Math.floor(age / hour)), 'hour');
  if (days < 7) return formatter(reader.locale).format(-days, 'day');
  return dateOf(at, reader);
};

/** *Nov 14*, or *Nov 14, 2025* where the year is not the reader's present one. */
export const dateOf = (at: number, reader: TimeReader): string => {
  const sameYear = partsOf(at, reader.zone).year === today(reader).year;
  return cached(reader.locale, reader.zone, sameYear ? 'day' : 'dayAndYear').format(at);
};

/** The reader's day, YYYY-MM-DD. */
export const todayOf = (reader: TimeReader): string => {
  const { year, month, day: date } = today(reader);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
};

/** The exact minute with the name of the zone: *Nov 14, 2026, 3:05 PM GMT+1*. */
export const exactTime = (at: number, reader: TimeReader): string =>
  cached(reader.locale, reader.zone, 'exact').format(at);

/** The minute of a day that needs no name: *3:05 PM GMT+1*. */
export const clockTime = (at: number, reader: TimeReader): string =>
  cached(reader.locale, reader.zone, 'clock').format(at);

/** How long something has lasted, short, for dense lists: *3 min*, *5 hr*, *12 days*. */
export const lengthOfTime = (ms: number, locale: string): string => {
  const [value, unit] =
    ms < hour
      ? [Math.max(1, Math.floor(ms / minute)), 'minute']
      : ms < 2 * day
        ? [Math.floor(ms / hour), 'hour']
        : [Math.floor(ms / day), 'day'];
  return length(locale, String(unit)).format(Number(value));
};

/** Whether the platform knows an IANA zone by this name. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** A zone as people read it: *Europe/Berlin* is *Berlin (Europe)*. */
export const zoneName = (zone: string): string => {
  const parts = zone.replaceAll('_', ' ').split('/');
  const place = parts.at(-1) ?? zone;
  return parts.length > 1 ? `${place} (${parts.slice(0, -1).join(', ')})` : place;
};

const formats = {
  day: { month: 'short', day: 'numeric' },
  dayAndYear: { month: 'short', day: 'numeric', year: 'numeric' },
  exact: {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  clock: { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  parts: { year: 'numeric', month: 'numeric', day: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

// Building one costs about as much as rendering a row, and a list shows fifty.
const dates = new Map<string, Intl.DateTimeFormat>();
const cached = (locale: string, timeZone: string, format: keyof typeof formats): Intl.DateTimeFormat => {
  const key = `${locale} ${timeZone} ${format}`;
  const known = dates.get(key);
  if (known) return known;
  if (dates.size > 200) dates.clear();
  const made = new Intl.DateTimeFormat(locale, { ...formats[format], timeZone });
  dates.set(key, made);
  return made;
};

const relatives = new Map<string, Intl.RelativeTimeFormat>();
const formatter = (locale: string): Intl.RelativeTimeFormat => {
  const known = relatives.get(locale);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  relatives.set(locale, made);
  return made;
};

const lengths = new Map<string, Intl.NumberFormat>();
const length = (locale: string, unit: string): Intl.NumberFormat => {
  const key = `${locale} ${unit}`;
  const known = lengths.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
  lengths.set(key, made);
  return made;
};

type Day = { year: number; month: number; day: number };

// English writes 11/21/2026; asking for the parts takes three times as long.
const partsOf = (at: number, zone: string): Day => {
  const [month = 0, date = 0, year = 0] = cached('en', zone, 'parts').format(at).split('/').map(Number);
  return { year, month, day: date };
};

const todays = new WeakMap<TimeReader, Day>();
const today = (reader: TimeReader): Day => {
  const known = todays.get(reader) ?? partsOf(reader.now, reader.zone);
  todays.set(reader, known);
  return known;
};

/** Midnights between the two, on the reader's calendar. */
const daysBetween = (at: number, reader: TimeReader): number => {
  const midnight = ({ year, month, day: date }: Day) => Date.UTC(year, month - 1, date);
  return Math.round((midnight(today(reader)) - midnight(partsOf(at, reader.zone))) / day);
};
