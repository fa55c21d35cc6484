import { draftFiles, noFiles, type SentFiles, uploadRoom } from '#attachments/draft-files.ts';
import type { FileStore } from '#attachments/object-writer.ts';
import { FileReceiver } from '#attachments/receive-file.ts';
import type { Intake, UploadedFile } from '#attachments/upload.ts';
import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import { randomToken } from '#lib/secrets.ts';
import type { MailAttachment } from '#mail/inbound/parse.ts';

export interface MailFiles extends SentFiles {
  /** How many of the mail's files were not kept: too many, empty, no room. */
  readonly left: number;
}

/**
 * Keeps what came with a mail, under the limits of any other reply. Throws where
 * the store fails, so that the sender's server tries again.
 */
export async function keepMailFiles(
  scope: TenantScope,
  store: FileStore,
  actor: Contact,
  attachments: readonly MailAttachment[],
): Promise<MailFiles> {
  if (attachments.length === 0) return { ...noFiles, left: 0 };
  const owner = { kind: 'contact', id: actor.id } as const;
  // One of its own for each delivery: what a broken one left behind is swept.
  const draft = randomToken(16);
  const { room } = await run(scope.db, { room: uploadRoom(scope, owner, draft) });
  const intake: Intake = { scope, store, owner, draft, room };
  const ids: string[] = [];
  let { bytes } = room;
  for (const attachment of attachments.slice(0, room.files)) {
    const kept = await keep(intake, attachment, bytes);
    if (!kept) continue;
    ids.push(kept.id);
    bytes -= kept.size;
  }
  const { files } = await run(scope.db, { files: draftFiles(scope, owner, draft) });
  const chosen = ids.flatMap((id) => files.find((file) => file.id === id) ?? []);
  return { draft, files: chosen, left: attachments.length - chosen.length };
}

async function keep(intake: Intake, { name, bytes }: MailAttachment, room: number): Promise<UploadedFile | null> {
  const receiver = new FileReceiver(intake, name, room);
  await receiver.write(bytes);
  const received = await receiver.end();
  if (received.ok) return received.file;
  if (received.fault.code === 'failed') throw new Error('A file of a mail could not be kept');
  return null;
}
