import * as z from 'zod';
import { chosenOf, type SentFiles, uploadRoom } from '#attachments/draft-files.ts';
import { dropUnsent } from '#attachments/drop-unsent.ts';
import type { ChosenFile, FileOwner, Intake, UploadRoom } from '#attachments/upload.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Contact } from '#lib/actor.ts';
import { filesPerForm } from '#lib/files-per-form.ts';
import { isId } from '#lib/ids.ts';
import { Problem } from '#lib/problem.ts';
import { joinSeveral, severalOf } from '#lib/several.ts';
import type { UploadsView } from '#ui/file-field.tsx';
import type { FileFaultView, FileView } from '#ui/file-view.ts';
import type { AppContext } from './context.ts';
import type { Fields } from './fields.ts';
import { formKey, newKey } from './form-key.ts';
import type { FormResult } from './read-form.ts';
import type { FormFiles } from './read-multipart.ts';
import { visitAsAgent, visitAsContact } from './visit.ts';

/** The ids under one name: of files, each once. */
const fileIds = z
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

/** The same fields, and under none of them the file that was taken away. */
export function withoutDropped(fields: Fields): Fields {
  const dropped = fields['drop_file'];
  if (dropped === undefined || !isId('attachment', dropped)) return fields;
  const without = (name: string, text: string) => {
    const others = severalOf(text).filter((id) => id !== dropped);
    return others.length === 0 && name !== 'drop_file' ? [] : [[name, joinSeveral(others)]];
  };
  const kept = Object.entries(fields).flatMap(([name, text]) =>
    text.includes(dropped) ? without(name, text) : [[name, text]],
  );
  return { ...Object.fromEntries(kept), drop_file: dropped };
}

/** The files of a form that is shown. */
export interface TypedFiles {
  /** The form's upload key. */
  readonly key: string;
  /** Of the message's own files. */
  readonly ids: readonly string[];
  readonly faults: readonly FileFaultView[];
}

/** The files of a form that came back, or none yet. */
export function typedFiles(fields: Fields = {}, faults: readonly FileFaultView[] = []): TypedFiles {
  return { key: formKey.safeParse(fields['upload_key']).data ?? newKey(), ids: idsIn(fields), faults };
}

/** What is wrong with the message's files, of a form that was read. */
export function faultsIn(form: FormResult<unknown>): readonly FileFaultView[] {
  return form.ok ? [] : (form.fileFaults?.['files'] ?? []);
}

/** The message's files that a form names, as they were loaded; null where one of them is not there. */
export function sentFiles(
  { upload_key = '', files }: { readonly upload_key?: string | undefined; readonly files: readonly string[] },
  loaded: readonly ChosenFile[],
): SentFiles | null {
  const chosen = chosenOf(loaded, files);
  return chosen && { draft: upload_key, files: chosen };
}

/** What is said where a file was not there to be sent. */
export const lostFile: FileFaultView = { code: 'lost', name: '' };

/** Where a face takes uploads and shows files: at its root, or below a link. */
export function uploadsView(key: string, kept: readonly FileView[], base = ''): UploadsView {
  return { key, path: `${base}/uploads`, filesPath: `${base}/files`, kept };
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
