const dayMs = 24 * 60 * 60 * 1000;

/** A day as forms and addresses write it. */
export type Day = `${number}-${number}-${number}`;

/** True for `2026-11-21` and every other day of the calendar written so. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day that clocks of the zone show at a moment. */
export function dayAt(at: number, zone: string): Day {
  const day = new Date(wallClock(at, zone)).toISOString().slice(0, 10);
  if (!isDay(day)) throw new RangeError('A moment beyond the calendar');
  return day;
}

/** What clocks of the zone show at a moment, as a spreadsheet reads a time: `2026-11-21 18:05`. */
export function clockAt(at: number, zone: string): string {
  return new Date(wallClock(at, zone)).toISOString().slice(0, 16).replace('T', ' ');
}

export function dayAfter(day: Day): Day {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  return isDay(next) ? next : day;
}

/** Days since 1970-01-01, by which days are kept and compared; `dayOfNumber` leads back. */
export function numberOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

export function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The first moment (ms) of a day in a zone; where clocks skip midnight, it is the moment after. */
export function startOfDay(day: Day, zone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The offset at midnight is the one of hours around it; clocks change by minutes to hours, never by days.
  const offsets = [utc - dayMs, utc, utc + dayMs].map((at) => offsetAt(at, zone));
  const candidates = offsets.map((offset) => utc - offset).sort((a, b) => a - b);
  return candidates.find((at) => wallClock(at, zone) >= utc) ?? utc;
}

/** What clocks of the zone show at a moment, as if it were UTC (ms). */
function wallClock(at: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

const offsetAt = (at: number, zone: string) => wallClock(at, zone) - at;

// Made once for each zone of a file's rows: it costs more than all that it writes.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, ...clockParts });
  formats.set(timeZone, format);
  return format;
}

const clockParts = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;
