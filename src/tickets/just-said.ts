import type { TenantScope } from '#db/scopes.ts';
import { mapped, type Results } from '#db/statement.ts';
import type { Viewer } from './access-queries.ts';
import { newestMessage, type newestRequest, type newestWords } from './just-said-queries.ts';

// After Back a browser puts the words again into a page that was made anew, with
// a new key: the key alone would let them in twice. Within this time the same
// words from the same person, with nothing between, are the same press.
const samePressMs = 10 * 60 * 1000;

/** Whether the newest message of the request says exactly this, and the viewer has just sent it. */
export function isJustSaid(scope: TenantScope, viewer: Viewer, number: number, body: string) {
  return mapped(
    newestMessage(scope, viewer, number),
    (said) => said !== null && isSamePress(scope, viewer, said) && said.body === body,
  );
}

/** The number of the request that the viewer has just opened by this form with these words and answers, or null. */
export function justOpened(
  scope: TenantScope,
  viewer: Pick<Viewer, 'contactId'>,
  newest: Results<{ newest: ReturnType<typeof newestRequest> }>['newest'],
  said: { readonly formId: string; readonly subject: string; readonly body: string; readonly answers: string },
): number | null {
  if (newest === null || !isSamePress(scope, viewer, newest)) return null;
  const isSame = newest.formId === said.formId && newest.subject === said.subject && newest.body === said.body;
  return isSame && (newest.answers ?? '{}') === said.answers ? newest.number : null;
}

/** Whether an agent has just written exactly this, in the same place: there are no two such presses in a row. */
export function isSameWords(
  scope: TenantScope,
  agentId: string,
  newest: Results<{ newest: ReturnType<typeof newestWords> }>['newest'],
  { place, body }: { readonly place: 'messages' | 'notes'; readonly body: string },
): boolean {
  return newest?.place === place && newest.body === body && isSamePress(scope, { contactId: agentId }, newest);
}

function isSamePress(
  { now }: TenantScope,
  { contactId }: Pick<Viewer, 'contactId'>,
  { authorId, createdAt }: { readonly authorId: string; readonly createdAt: number },
): boolean {
  return authorId === contactId && now - createdAt < samePressMs;
}
