import type { Effects } from '#lib/effects.ts';
import { describeError, logEvent } from '#lib/log.ts';
import { publishWhispers } from '#live/publish.ts';

interface EffectsEnv {
  readonly MAIL_QUEUE: Queue;
  readonly ROOMS: Env['ROOMS'];
}

/** Messages that a queue takes at once (Cloudflare: Queues, limits). */
const batchMost = 100;

/** Effects of one tenant's request, mail or message; all of it best effort, after the answer. */
export function effectsOf(env: EffectsEnv, tenantId: string, waitUntil: (work: Promise<unknown>) => void): Effects {
  const after = (work: () => Promise<unknown>) => {
    waitUntil(
      work().catch((error: unknown) => logEvent('warn', 'effect_failed', { tenantId, error: describeError(error) })),
    );
  };
  return {
    after,
    sendMail: (outboxIds) => {
      for (let at = 0; at < outboxIds.length; at += batchMost) {
        const batch = outboxIds.slice(at, at + batchMost).map((outboxId) => ({ body: { tenantId, outboxId } }));
        after(() => env.MAIL_QUEUE.sendBatch(batch));
      }
    },
    whisper: (whispers) => {
      if (whispers.length > 0) after(() => publishWhispers(env, tenantId, whispers));
    },
  };
}
