import * as z from 'zod';
import { uploadRoom } from '#attachments/draft-files.ts';
import { dropUnsent } from '#attachments/drop-unsent.ts';
import { filesPerForm } from '#attachments/limits.ts';
import type { FileOwner, Intake, UploadRoom } from '#attachments/upload.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import { isId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { severalOf } from '#lib/several.ts';
import type { AppContext } from './context.ts';
import type { Fields } from './fields.ts';
import { formKey, newKey } from './form-key.ts';
import type { FormFiles } from './read-multipart.ts';
import { visitAsAgent, visitAsContact } from './visit.ts';

/** The ids under one name: of files, each once. */
export const fileIds = z
  .string()
  .default('')
  .transform((text) => [...new Set(severalOf(text).filter((id) => id !== ''))])
  .refine((ids) => ids.every((id) => isId('attachment', id)), 'file')
  .refine((ids) => ids.length <= filesPerForm, 'file');

/** What every form with files sends besides its own fields; read it with `repeats: isFileList` and `files`. */
export const fileFields = {
  upload_key: formKey.optional(),
  /** Of the message itself; a field's own are under the field's key. */
  files: fileIds,
  /** The button that takes one away without script: its page is shown again. */
  drop_file: z.string().max(64).optional(),
};

export function isFileList(name: string): boolean {
  return name === 'files';
}

/** The ids that a form names under a name, without the one that was taken away. */
export function idsIn(fields: Fields, name = 'files'): readonly string[] {
  return severalOf(fields[name] ?? '').filter((id) => isId('attachment', id) && id !== fields['drop_file']);
}

/** The upload key of a form that is shown again, or a new one. */
export function uploadKeyOf(fields: Fields): string {
  return formKey.safeParse(fields['upload_key']).data ?? newKey();
}

/** Uploads of a contact in person; `seen` is told who they are. */
export function contactFiles(c: AppContext, seen: (actor: Contact) => void = () => undefined): FormFiles {
  return {
    confirm: async (fields) => {
      const draft = draftOf(fields);
      const { actor, rows } = await visitAsContact(c, (scope, { contactId }) => ({
        room: uploadRoom(scope, { kind: 'contact', id: contactId }, draft),
      }));
      seen(actor);
      return intakeOf(c, { kind: 'contact', id: actor.id }, draft, rows.room);
    },
  };
}

/** Uploads of an agent. */
export function agentFiles(c: AppContext): FormFiles {
  return {
    confirm: async (fields) => {
      const draft = draftOf(fields);
      const { actor, rows } = await visitAsAgent(c, (scope, { agentId }) => ({
        room: uploadRoom(scope, { kind: 'agent', id: agentId }, draft),
      }));
      return intakeOf(c, { kind: 'agent', id: actor.id }, draft, rows.room);
    },
  };
}

/** For a person who was confirmed just now. */
export function intakeOf(c: AppContext, owner: FileOwner, draft: string, room: UploadRoom): Intake {
  return { scope: c.get('scope'), store: c.env.FILES, owner, draft, room };
}

/** The upload key of a form that brings files; only pages of ours make it. */
export function draftOf(fields: Fields): string {
  const key = formKey.safeParse(fields['upload_key']);
  if (!key.success) throw new Problem('invalid', 'bad_form');
  return key.data;
}

/** Takes away, after the answer, what the form's own button said. */
export function dropAfter(c: AppContext, owner: FileOwner, fields: Fields): void {
  const [id, draft] = [fields['drop_file'], formKey.safeParse(fields['upload_key']).data];
  if (id === undefined || draft === undefined) return;
  const scope: TenantScope = c.get('scope');
  c.get('effects').after(() => dropUnsent(scope, c.env.FILES, owner, draft, id));
}
