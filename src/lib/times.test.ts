import { describe, expect, test } from 'vitest';
import { dateOf, exactTime, isZone, lengthOfTime, relativeTime, zoneName } from './times.ts';

const now = Date.UTC(2026, 10, 21, 13, 0);
const reader = { locale: 'en', zone: 'Europe/Berlin', now };
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
// Newer ICU writes some blanks as narrow no-break spaces.
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

describe('relative times', () => {
  test.each([
    ['this moment', 0, 'now'],
    ['a clock ahead of ours', -5 * minute, 'now'],
    ['minutes', 5 * minute, '5 min. ago'],
    ['hours of the same day', 3 * hour, '3 hr. ago'],
    ['the day before on the reader’s calendar', 20 * hour, 'yesterday'],
    ['late in the evening before, but hours ago', 5 * hour, '5 hr. ago'],
    ['days', 3 * day, '3 days ago'],
    ['a week: the date', 7 * day, 'Nov 14'],
    ['another year: with the year', 330 * day, 'Dec 26, 2025'],
  ])('say %s', (_, ago, words) => expect(plain(relativeTime(now - ago, reader))).toBe(words));

  test('turn the day where the reader lives', () => {
    const at = Date.UTC(2026, 10, 21, 0, 30);
    expect(relativeTime(at, { ...reader, zone: 'America/New_York' })).toBe('yesterday');
    expect(plain(relativeTime(at, reader))).toBe('12 hr. ago');
  });
});

test('the exact time names the zone', () => {
  expect(plain(exactTime(now, reader))).toBe('Nov 21, 2026, 2:00 PM GMT+1');
  expect(plain(exactTime(now, { ...reader, zone: 'Asia/Kolkata' }))).toBe('Nov 21, 2026, 6:30 PM GMT+5:30');
});

test('a date shows its year only where it is another one', () => {
  expect(dateOf(now - 30 * day, reader)).toBe('Oct 22');
  expect(dateOf(now - 400 * day, reader)).toBe('Oct 17, 2025');
});

test.each([
  [20_000, '1 min'],
  [59 * minute, '59 min'],
  [26 * hour, '26 hr'],
  [12 * day, '12 days'],
])('%d ms lasted %s', (ms, words) => expect(plain(lengthOfTime(ms, 'en'))).toBe(words));

test('a zone is known or refused, never an error', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  for (const no of ['', 'Mars/Olympus', '../etc', '+01:00', 'a'.repeat(100_000)]) expect(isZone(no)).toBe(false);
});

test('a zone reads as a place', () => {
  expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires (America, Argentina)');
  expect(zoneName('UTC')).toBe('UTC');
});
