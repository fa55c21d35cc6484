import * as z from 'zod';
import { randomToken } from '#lib/secrets.ts';

/** The hidden field that makes a form happen once however often it is sent (SECURITY §1.13). */
export const formKey = z.string().regex(/^[\w-]{16,64}$/);

/** A key for a form that is rendered anew. */
export function newKey(): string {
  return randomToken(16);
}
