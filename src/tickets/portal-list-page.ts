import { listPriorities } from '#db/choices.ts';
import type { TenantScope } from '#db/scopes.ts';
import { mapped } from '#db/statement.ts';
import { offerForms } from '#forms/asked-form.ts';
import { listFields } from '#forms/fields/list-fields.ts';
import type { MemberClaim } from '#lib/actor.ts';
import { listStatuses } from './choice-queries.ts';
import { listPage } from './list-page.ts';
import { isListed } from './listed-fields.ts';
import { listPeople } from './people-of-list-queries.ts';
import { countRequests } from './portal-list-queries.ts';
import type { RequestQuery } from './request-query.ts';
import { listViews } from './views/list-views.ts';

/** The statements of the portal's home page: a page of the list, the kept counts, and what it can be filtered by. */
export function loadRequestList(scope: TenantScope, claim: MemberClaim, query: RequestQuery, zone: string) {
  return {
    page: listPage(scope, claim, query, { zone }),
    counts: countRequests(scope, claim),
    statuses: listStatuses(scope),
    priorities: listPriorities(scope),
    forms: mapped(offerForms(scope, claim, { by: 'id', id: '' }), ({ forms }) => forms),
    fields: mapped(listFields(scope), (fields) => fields.filter(isListed)),
    views: listViews(scope, claim),
    people: listPeople(scope, claim, query),
  };
}
