import * as z from 'zod';

/**
 * A sign-in that was refused, as the door tells the `sign-in` queue: the same for
 * every address, known or not, so that who it was shows in nothing the door does.
 */
export const refusalMessage = z.object({
  /** Hash of the challenge that was tried. */
  refused: z.string().regex(/^[\w-]{43}$/),
  /** Null: an agent's. */
  tenantId: z.string().nullable(),
  host: z.string().max(253),
  door: z.enum(['link', 'code']),
  reason: z.enum(['wrong_code', 'spent', 'expired', 'replaced', 'refused', 'invitation_over']),
  origin: z.object({ client: z.string().max(50), place: z.string().max(100), device: z.string().max(60) }),
});

export type RefusalMessage = z.infer<typeof refusalMessage>;

/** Of one person in a day; more tell nothing more. */
export const refusalsOfPerson = 50;
/** Of everybody whom a tenant does not know, together. */
export const refusalsOfUnknown = 200;
