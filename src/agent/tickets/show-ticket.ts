import type { AppContext } from '#http/context.ts';
import { newDraft } from './draft.ts';
import { sendTicket } from './send-ticket.tsx';

/** A ticket: its thread, what stands beside it, and an empty composer. */
export function showTicket(c: AppContext): Promise<Response> {
  return sendTicket(c, newDraft());
}
