import type { TenantScope } from '#db/scopes.ts';
import type { FileStore } from './object-writer.ts';

/** Who uploads. A link's holder is the contact that it was sent to. */
export interface FileOwner {
  readonly kind: 'contact' | 'agent';
  readonly id: string;
}

/** What a person may still keep; read in the trip that confirms them. */
export interface UploadRoom {
  /** Bytes that the tenant's quota leaves. */
  readonly bytes: number;
  /** Files that this form may still have. */
  readonly files: number;
}

/** The right to keep files: made only after the person was confirmed. */
export interface Intake {
  readonly scope: TenantScope;
  readonly store: FileStore;
  readonly owner: FileOwner;
  /** The form's upload key: a random word made with its page. */
  readonly draft: string;
  readonly room: UploadRoom;
}

/** A file that has arrived. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** One that a form names: what it says, and whether it was sent before. */
export interface ChosenFile extends UploadedFile {
  readonly sha256: string | null;
  readonly isSent: boolean;
}

/**
 * Why a file was not kept. `too_many`: over ten in one form. `full`: the tenant's
 * storage. `failed`: our own trouble; it can be tried again.
 */
export type FileFaultCode = 'empty' | 'too_large' | 'too_many' | 'full' | 'failed';

export interface FileFault {
  readonly code: FileFaultCode;
  readonly name: string;
}

export type Received =
  | { readonly ok: true; readonly file: UploadedFile }
  | { readonly ok: false; readonly fault: FileFault };
