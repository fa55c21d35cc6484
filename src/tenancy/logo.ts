import { notFound } from '#lib/problem.ts';
import type { Tenant } from '#lib/tenant.ts';

export interface LogoSize {
  readonly width: number;
  readonly height: number;
}

const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png' };

/** The name of a logo's file: its content's hash and its size in pixels, so that pages can keep its place free. */
export function logoFile(hash: string, size: LogoSize, type: 'svg' | 'png'): string {
  return `${hash}-${size.width}x${size.height}.${type}`;
}

export function logoSize(file: string): LogoSize {
  const [, width, height] = /-(\d+)x(\d+)\./.exec(file) ?? [];
  return { width: Number(width ?? 120), height: Number(height ?? 32) };
}

/** Where a logo of the tenant lies in R2; `file` as `logoFile` names it. */
export function logoKey(tenantId: string, file: string): string {
  return `t/${tenantId}/brand/${file}`;
}

/** Where its pages and mails find it. The hash is in the name, so it may be cached for ever. */
export function logoPath(file: string): string {
  return `/brand/${file}`;
}

/**
 * A logo that the tenant's settings name at this moment; anything else is not found.
 * An SVG is served so that it can run nothing even when opened by itself.
 */
export async function readLogo(files: R2Bucket, tenant: Tenant, file: string): Promise<Response> {
  const { logoLight, logoDark, logoMail } = tenant.brand;
  const type = types[file.split('.').at(-1) ?? ''];
  if (!type || ![logoLight, logoDark, logoMail].includes(file)) throw notFound();
  const object = await files.get(logoKey(tenant.id, file));
  if (!object) throw notFound();
  return new Response(object.body, {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  });
}
