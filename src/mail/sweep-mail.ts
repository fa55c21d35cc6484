import { run } from '#db/run.ts';
import type { ShardScope } from '#db/scopes.ts';
import { stuckMail } from './outbox-sweep-queries.ts';

/** The part of the mail queue that a sweep uses. */
export type MailQueue = Pick<Queue, 'sendBatch'>;

const batchSize = 100;

/** Sends again through the queue what is stuck; gives how many that were. */
export async function sweepMail(scope: ShardScope, queue: MailQueue): Promise<number> {
  const { stuck } = await run(scope.db, { stuck: stuckMail(scope) });
  for (let at = 0; at < stuck.length; at += batchSize) {
    await queue.sendBatch(stuck.slice(at, at + batchSize).map((body) => ({ body })));
  }
  return stuck.length;
}
