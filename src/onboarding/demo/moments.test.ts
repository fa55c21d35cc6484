import { expect, test } from 'vitest';
import { acme } from './acme.ts';
import { globex } from './globex.ts';
import { momentsOf } from './moments.ts';
import { randomFrom } from './random.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 6, 6);
const stories = [...acme.stories, ...globex.stories];

test.each([0, 9, 33, 77, 110, 131, 143, 160])(
  'seeded %i hours after Monday, nothing lies ahead or stands still',
  (hours) => {
    const now = monday + hours * hour;
    const random = randomFrom(hours);
    for (const story of stories) {
      const moments = momentsOf(story, now, random);
      expect(moments).toHaveLength(story.steps.length);
      expect(
        moments.every((at, i) => at < now && at > (moments[i - 1] ?? 0)),
        story.subject,
      ).toBe(true);
    }
  },
);

test('what is older than two days happened at work', () => {
  const now = monday + 60 * hour;
  const random = randomFrom(1);
  const old = stories.flatMap((story) => momentsOf(story, now, random)).filter((at) => at < now - 72 * hour);
  const odd = old
    .map((at) => new Date(at))
    .filter((at) => at.getUTCDay() % 6 === 0 || at.getUTCHours() < 7 || at.getUTCHours() > 18);
  expect(old.length).toBeGreaterThan(200);
  expect(odd).toEqual([]);
});
