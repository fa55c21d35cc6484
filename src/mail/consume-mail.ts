import * as z from 'zod';
import { newMeter } from '#db/database.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Settings } from '#env.ts';
import { logEvent } from '#lib/log.ts';
import type { TenantEnv } from '#tenancy/find-tenant.ts';
import { openActiveTenant } from '#tenancy/open-active-tenant.ts';
import { deliver } from './courier.ts';
import { giveUp } from './outbox-queries.ts';
import type { MailService } from './sender.ts';
import type { AnswersInWords } from './sent-answers.ts';

/** What the mail queue carries: ids only. */
const mailMessage = z.object({ tenantId: z.string(), outboxId: z.string() });

export interface MailRoom {
  readonly env: TenantEnv;
  readonly settings: Settings;
  readonly service: MailService;
  readonly answers?: AnswersInWords | undefined;
  readonly now: number;
  readonly after: (work: () => Promise<unknown>) => void;
}

/** One message of the `mail` queue. Throws on our own trouble; what the service refuses is tried again by the sweep. */
export async function consumeMail(room: MailRoom, body: unknown): Promise<void> {
  const found = await open(room, body);
  const { settings, service, answers } = room;
  if (found) await deliver({ scope: found.scope, settings, service, answers }, found.outboxId);
}

/** One message of `mail-dead`: the mail is marked as failed, which agents see on the ticket. */
export async function consumeDeadMail(room: MailRoom, body: unknown): Promise<void> {
  const found = await open(room, body);
  if (!found) return;
  const { scope, outboxId } = found;
  await run(scope.db, { given: giveUp(scope, outboxId) });
  logEvent('warn', 'mail_dead', { tenantId: scope.tenant.id, outboxId });
}

/** The tenant is found anew; a message of a suspended one waits in the outbox. */
async function open(room: MailRoom, body: unknown): Promise<{ scope: TenantScope; outboxId: string } | null> {
  const parsed = mailMessage.safeParse(body);
  if (!parsed.success) {
    logEvent('warn', 'mail_message_unreadable', {});
    return null;
  }
  const { tenantId, outboxId } = parsed.data;
  const { env, now, after } = room;
  const scope = await openActiveTenant(env, { by: 'id', id: tenantId }, { now, meter: newMeter(), after });
  return scope && { scope, outboxId };
}
