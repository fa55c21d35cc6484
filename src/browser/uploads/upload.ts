import { trustedFragment } from '../trusted-html.ts';

export interface Upload {
  readonly url: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly file: File;
  /** Told how far it is, 0 to 100. */
  readonly onProgress: (percent: number) => void;
  readonly signal: AbortSignal;
}

export type Uploaded =
  | { readonly outcome: 'kept'; readonly line: DocumentFragment }
  /** The server says why not; to try again would not help. */
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'failed' | 'cancelled' };

/** Sends one file. By XMLHttpRequest: fetch does not tell how far an upload is. */
export function upload({ url, fields, file, onProgress, signal }: Upload): Promise<Uploaded> {
  const request = new XMLHttpRequest();
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress((loaded / Math.max(total, 1)) * 100));
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.addEventListener('error', () => resolve({ outcome: 'failed' }));
    request.addEventListener('timeout', () => resolve({ outcome: 'failed' }));
    request.addEventListener('abort', () => resolve({ outcome: 'cancelled' }));
    request.open('POST', url);
    request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): Uploaded {
  if (request.status === 422) return { outcome: 'refused', why: request.responseText };
  const type = request.getResponseHeader('Content-Type') ?? '';
  const line =
    request.status === 200 ? trustedFragment({ url: request.responseURL, type, html: request.responseText }) : null;
  return line ? { outcome: 'kept', line } : { outcome: 'failed' };
}
