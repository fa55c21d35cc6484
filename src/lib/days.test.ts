import { expect, test } from 'vitest';
import { clockAt, dayAfter, isDay, startOfDay } from './days.ts';

test.each([
  ['2026-11-21', 'UTC', '2026-11-21T00:00:00.000Z'],
  ['2026-11-21', 'Europe/Berlin', '2026-11-20T23:00:00.000Z'],
  ['2026-07-06', 'Europe/Berlin', '2026-07-05T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'America/New_York', '2026-10-25T04:00:00.000Z'],
  ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ['2026-01-01', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z'],
  // Clocks went from 0:00 to 1:00 that day.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
] as const)('the day %s begins in %s at %s', (day, zone, iso) => {
  expect(new Date(startOfDay(day, zone)).toISOString()).toBe(iso);
});

test('a day is one of the calendar', () => {
  for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '', 'x', '+2026-01-01', '2026-01-01T00:00']) {
    expect(isDay(text), text).toBe(false);
  }
  expect(isDay('2028-02-29')).toBe(true);
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  expect(dayAfter('2028-02-28')).toBe('2028-02-29');
});

test('a moment reads as clocks of the zone show it', () => {
  const at = Date.parse('2026-03-29T00:59:59Z');
  expect(clockAt(at, 'Europe/Berlin')).toBe('2026-03-29 01:59');
  expect(clockAt(at + 1_000, 'Europe/Berlin')).toBe('2026-03-29 03:00');
  expect(clockAt(at, 'America/New_York')).toBe('2026-03-28 20:59');
});
