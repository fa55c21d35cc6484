import { listPriorities } from '#db/choices.ts';
import type { TenantScope } from '#db/scopes.ts';
import { earlierQuestions, offerForms } from '#forms/asked-form.ts';
import type { Asker, SentForm, WantedForm } from '#forms/wanted-form.ts';
import type { Viewer } from './access-queries.ts';
import { followed } from './open-ticket-queries.ts';
import { accountPeople } from './value-queries.ts';

export interface NewRequestInput {
  readonly wanted: WantedForm;
  /** Number of the request that the new one follows. */
  readonly followUp: number | null;
  /** From which form and version it is sent; null where nobody says. */
  readonly sent?: SentForm | null;
}

/**
 * The statements of the page of a new request: the forms that the viewer may
 * use with the wanted one in full, what its questions offer, the request it follows.
 */
export function loadNewRequest(
  scope: TenantScope,
  viewer: Viewer & Asker,
  { wanted, followUp, sent = null }: NewRequestInput,
) {
  return {
    offer: offerForms(scope, viewer, wanted),
    earlier: earlierQuestions(scope, viewer, sent),
    people: accountPeople(scope, viewer.accountId),
    priorities: listPriorities(scope),
    // No ticket has the number 0: the statement then finds nothing.
    followed: followed(scope, viewer, followUp ?? 0),
  };
}
