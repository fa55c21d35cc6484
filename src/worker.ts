import { effectsOf } from '#http/effects.ts';
import { takeEmail } from '#tickets/email-door.ts';
import { handleRequest } from './app.ts';
import { readSettings } from './env.ts';
import { consumeBatch } from './queues.ts';
import { runSweeps } from './sweeps.ts';

export { Room } from '#live/room.ts';

// The doors. Wiring only: what happens behind each is in its room.

export default {
  fetch: handleRequest,

  async queue(batch, env, ctx) {
    await consumeBatch(batch, env, Date.now(), (work) => ctx.waitUntil(work));
  },

  async email(message, env, ctx) {
    const raw = new Uint8Array(await new Response(message.raw).arrayBuffer());
    const words = await takeEmail(
      env,
      { from: message.from, to: message.to, raw },
      {
        settings: readSettings(env),
        now: Date.now(),
        effectsOf: (tenantId) => effectsOf(env, tenantId, (work) => ctx.waitUntil(work)),
      },
    );
    if (words !== null) message.setReject(words);
  },

  async scheduled(_controller, env, ctx) {
    await runSweeps(env, Date.now(), (work) => ctx.waitUntil(work));
  },
} satisfies ExportedHandler<Env>;
