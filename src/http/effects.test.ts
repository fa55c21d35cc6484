import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { effectsOf } from './effects.ts';

function queueOf(take: (size: number) => void): Queue {
  return Object.assign(Object.create(env.MAIL_QUEUE), {
    async sendBatch(messages: Iterable<MessageSendRequest>) {
      take([...messages].length);
      return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
    },
  });
}

test('however many mails are owed, the queue is asked for a hundred at most at once', async () => {
  const sizes: number[] = [];
  const work: Promise<unknown>[] = [];
  const bindings = { MAIL_QUEUE: queueOf((size) => sizes.push(size)), ROOMS: env.ROOMS };
  const effects = effectsOf(bindings, 'ten_x', (some) => work.push(some));
  effects.sendMail(Array.from({ length: 250 }, (_, i) => `out_${i}`));
  await Promise.all(work);
  expect(sizes).toEqual([100, 100, 50]);
});

test('an effect that fails is logged and harms nobody', async () => {
  const logged = vi.spyOn(console, 'info').mockReturnValue();
  const work: Promise<unknown>[] = [];
  const effects = effectsOf(env, 'ten_x', (some) => work.push(some));
  effects.after(() => Promise.reject(new Error('away')));
  await expect(Promise.all(work)).resolves.toBeDefined();
  expect(String(logged.mock.calls[0])).toContain('effect_failed');
});
