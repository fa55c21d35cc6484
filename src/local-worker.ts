import { WorkerEntrypoint } from 'cloudflare:workers';
import { readSettings } from '#env.ts';
import { localApp } from '#local/app.tsx';
import { type MailboxEnv, mailboxSender } from '#local/mailbox.ts';
import { seedDemo } from '#onboarding/seed-demo.ts';
import { hostOf } from '#tenancy/host.ts';
import worker from './worker.ts';

export { Mailbox } from '#local/mailbox.ts';
export { Room } from './worker.ts';

/** For `npm start` alone: a named entrypoint has no address that a request could reach. */
export class Demo extends WorkerEntrypoint<Env> {
  seed(): Promise<void> {
    return seedDemo(this.env);
  }
}

type LocalEnv = Env & MailboxEnv;

// One object an isolate: settings and caches are kept by it.
const posted = new WeakMap<LocalEnv, LocalEnv>();

/** The same bindings, but mail goes to the mailbox. */
const withMailbox = (env: LocalEnv): LocalEnv => {
  const made = posted.get(env) ?? { ...env, EMAIL: mailboxSender(env) };
  posted.set(env, made);
  return made;
};

/** The Worker as it is deployed, with the mailbox on the agents' host besides. */
export default {
  fetch(request, env, ctx) {
    const isMailbox =
      new URL(request.url).pathname.startsWith('/dev/mailbox') && hostOf(request.url) === readSettings(env).agentHost;
    if (!isMailbox) return worker.fetch(request, withMailbox(env), ctx);
    return localApp((message) => worker.email(message, withMailbox(env), ctx)).fetch(request, env);
  },
  email: (message, env, ctx) => worker.email(message, withMailbox(env), ctx),
  queue: (batch, env) => worker.queue(batch, withMailbox(env)),
  scheduled: (controller, env, ctx) => worker.scheduled(controller, withMailbox(env), ctx),
} satisfies ExportedHandler<LocalEnv>;
