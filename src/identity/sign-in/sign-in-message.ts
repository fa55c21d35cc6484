import * as z from 'zod';
import { isToken } from './challenge.ts';

/**
 * What the door puts on the `sign-in` queue: besides the mail the only place
 * where token and code exist. It never reaches a dead-letter queue or a log.
 */
export const signInMessage = z.object({
  /** Null: an agent asks. */
  tenantId: z.string().nullable(),
  host: z.string().max(253),
  token: z.string().refine(isToken),
  code: z.string().regex(/^\d{6}$/),
  /** Normalized. */
  address: z.string().max(254),
  askedAt: z.int(),
  returnTo: z.string().max(2000),
  /** Who asks: an IPv4 address or a /64. */
  client: z.string().max(50),
  /** Roughly where, in words; may be empty. */
  askedFrom: z.string().max(100),
  /** The invitation whose button was pressed. */
  invitation: z.object({ tenantId: z.string(), id: z.string() }).nullable().default(null),
});

export type SignInMessage = z.infer<typeof signInMessage>;
