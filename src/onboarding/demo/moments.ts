import type { Age, Step, Story } from './story.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const units: Record<string, number> = { m: minute, h: hour, d: day };

/**
 * When each step of a story happened, milliseconds, strictly rising and before
 * `now`. The last two days are as told; older ones fall into working hours.
 */
export function momentsOf(
  { began, until = began, steps }: Story,
  now: number,
  random: () => number,
): readonly number[] {
  const from = now - ageMs(began);
  const to = now - ageMs(until);
  const gaps = steps.map((step, i) => (i === 0 ? 0 : weightOf(step) * (0.4 + random())));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0) || 1;
  let passed = 0;
  let last = 0;
  return gaps.map((gap) => {
    passed += gap;
    const at = from + ((to - from) * passed) / whole;
    last = Math.max(last + minute, Math.round(at > now - 2 * day ? at : atWork(at)));
    return last;
  });
}

function ageMs(age: Age): number {
  return Number.parseFloat(age) * (units[age.at(-1) ?? ''] ?? 0);
}

/** Agents do the small things right after one another. */
function weightOf(step: Step): number {
  return step.does === 'says' || step.does === 'moves' ? 1 : 0.08;
}

/** The same order, but between seven and half past five, and the weekend's on Friday (UTC). */
function atWork(at: number): number {
  const weekday = (Math.floor(at / day) + 3) % 7; // the epoch was a Thursday
  const friday = Math.floor(at / day) * day - Math.max(0, weekday - 4) * day;
  const share = (at - friday) / (weekday < 4 ? day : 3 * day);
  return friday + 7 * hour + share * 10.5 * hour;
}
