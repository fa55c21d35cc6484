import type { TenantScope } from '#db/scopes.ts';
import type { Results } from '#db/statement.ts';
import type { Viewer } from '../access-queries.ts';
import { stateForAgent, stateForContact } from '../ticket-state-queries.ts';
import { colleaguesOf, everybodyOn, participantRules } from './people-queries.ts';

/** The statements of the page of who is on a request. `viewer` null: for agents. */
export function loadPeople(scope: TenantScope, viewer: Viewer | null, number: number) {
  return {
    ticket: viewer ? stateForContact(scope, viewer, number) : stateForAgent(scope, number),
    rules: participantRules(scope),
    people: everybodyOn(scope, number),
    colleagues: colleaguesOf(scope, number),
  };
}

export type LoadedPeople = Results<ReturnType<typeof loadPeople>>;
export type PersonOn = LoadedPeople['people'][number];

/** How pages name somebody: a guest's id would tell how long the tenant knows them. */
export function handleOf({ guest, contactId }: Pick<PersonOn, 'guest' | 'contactId'>): string {
  return guest ?? contactId;
}
