import { env } from 'cloudflare:workers';

/** The beginnings of files of a kind, whole enough to be told by. */
export const samples = {
  /** 3 by 2 pixels. */
  png: bytesOf('iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEklEQVR4nGP8z8DAwMDABMIMAA4LAQPq1hF2AAAAAElFTkSuQmCC'),
  gif: bytesOf('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
  pdf: textOf('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\n%%EOF\n'),
  svg: textOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  html: textOf('<!doctype html><script>alert(1)</script>'),
} as const;

/** A stream of so many bytes that is made while it is read. */
export function streamOf(size: number, piece = 64 * 1024): ReadableStream<Uint8Array> {
  let left = size;
  return new ReadableStream(
    {
      pull(controller) {
        if (left === 0) return controller.close();
        const bytes = new Uint8Array(Math.min(piece, left)).fill(120);
        left -= bytes.byteLength;
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
}

/** A form as a browser without script sends it: fields and files in their order. */
export function multipartOf(
  fields: Readonly<Record<string, string>>,
  files: readonly { name?: string; file: string; bytes: Uint8Array<ArrayBuffer> | string; type?: string }[],
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name = 'files', file, bytes, type } of files) {
    form.append(name, new File([bytes], file, type ? { type } : {}));
  }
  return form;
}

/** Keys of all objects that R2 has of a tenant's files. */
export async function objectsOf(tenant: { readonly id: string }): Promise<string[]> {
  const { objects } = await env.FILES.list({ prefix: `t/${tenant.id}/files/` });
  return objects.map(({ key }) => key);
}

/** Rows of a tenant's files. */
export async function fileRows(tenant: { readonly id: string }) {
  const { results } = await env.DB.prepare('SELECT * FROM attachments WHERE tenant_id = ? ORDER BY created_at, id')
    .bind(tenant.id)
    .all<Record<string, string | number | null>>();
  return results;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(base64);
}

function textOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
