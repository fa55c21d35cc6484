import { WorkerEntrypoint } from 'cloudflare:workers';
import { localApp } from '#local/app.tsx';
import { type MailboxEnv, mailboxSender } from '#local/mailbox.ts';
import type { Company } from '#onboarding/demo/company.ts';
import { seedCompany, seedDemo } from '#onboarding/seed-demo.ts';
import { hostOf } from '#tenancy/host.ts';
import { readSettings } from './env.ts';
import worker from './worker.ts';

export { Mailbox } from '#local/mailbox.ts';
export { Room } from './worker.ts';

type LocalEnv = Env & MailboxEnv;

/** For `npm start` and the journeys: a named entrypoint has no address that a request could reach. */
export class Demo extends WorkerEntrypoint<LocalEnv> {
  seed(): Promise<void> {
    return seedDemo(this.env);
  }

  /** A further company, for who wants one of their own. */
  add(company: Company): Promise<void> {
    return seedCompany(this.env, company, Date.now());
  }
}

// The doors of the Worker, with the mailbox in place of the mail service.
export default {
  fetch(request, env, ctx) {
    const isLocal =
      hostOf(request.url) === readSettings(env).agentHost && /^\/dev\//.test(new URL(request.url).pathname);
    if (!isLocal) return worker.fetch(request, withMailbox(env), ctx);
    return localApp((message) => worker.email(message, withMailbox(env), ctx)).fetch(request, env, ctx);
  },
  email: (message, env, ctx) => worker.email(message, withMailbox(env), ctx),
  queue: (batch, env, ctx) => worker.queue(batch, withMailbox(env), ctx),
  scheduled: (controller, env, ctx) => worker.scheduled(controller, withMailbox(env), ctx),
} satisfies ExportedHandler<LocalEnv>;

// One object for one env: what is read from it is remembered by its identity.
const known = new WeakMap<LocalEnv, Env>();

function withMailbox(env: LocalEnv): Env {
  const local = known.get(env) ?? { ...env, EMAIL: mailboxSender(env) };
  known.set(env, local);
  return local;
}
