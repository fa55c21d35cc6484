import type { Whisper } from '#lib/effects.ts';

/** For somebody who was put on a request, or taken off: their list has one more, or one less. */
export function listNews(
  { accountId, publicSeq }: { readonly accountId: string; readonly publicSeq: number },
  contactId: string,
): Whisper {
  return { topic: { kind: 'account', accountId }, seq: null, publicSeq, people: [contactId] };
}
