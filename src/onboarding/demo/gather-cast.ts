import { run } from '#db/run.ts';
import type { DirectoryScope, TenantScope } from '#db/scopes.ts';
import { addAccount } from '#identity/people/add-account.ts';
import { addAgent } from '#identity/people/add-agent.ts';
import { addContact } from '#identity/people/add-contact.ts';
import type { Cast, Named } from './cast.ts';
import { find } from './cast.ts';
import type { Company } from './company.ts';
import { confirmedDomains, defaultForm, listPriorities, listStatuses } from './demo-queries.ts';
import type { Urgency } from './story.ts';

/** Makes the people and accounts of a company and gives them, with its statuses and priorities, by name. */
export async function gatherCast(
  directory: DirectoryScope,
  scope: TenantScope,
  company: Company,
  ownerId: string,
): Promise<Cast> {
  const accounts = new Map<string, Cast['accounts'] extends ReadonlyMap<string, infer A> ? A : never>();
  for (const [key, account] of Object.entries(company.accounts)) {
    const admins = Object.entries(company.contacts).flatMap(([who, { roles }]) =>
      roles[key] === 'admin' ? [who] : [],
    );
    const id = await addAccount(scope, account.name, account.externalId);
    await run(scope.db, { domains: confirmedDomains(scope, id, account.domains ?? [], ownerId) });
    accounts.set(key, { id, admins });
  }
  const agents = new Map<string, Named>();
  for (const [key, { role, name, email }] of Object.entries(company.agents)) {
    const id = role === 'owner' ? ownerId : await addAgent(directory, scope, { role, name, email });
    agents.set(key, { id, name });
  }
  const contacts = new Map<string, Named>();
  for (const [key, { roles, name, email, zone }] of Object.entries(company.contacts)) {
    const memberships = Object.entries(roles).map(([account, role]) => ({
      accountId: find(accounts, account).id,
      role,
    }));
    const id = await addContact(scope, { name, email, memberships, ...(zone && { zone }) });
    contacts.set(key, { id, name });
  }
  const desk = await run(scope.db, {
    statuses: listStatuses(scope),
    priorities: listPriorities(scope),
    form: defaultForm(scope),
  });
  return {
    accounts,
    agents,
    contacts,
    statuses: new Map(desk.statuses.map((status) => [status.category, status])),
    priorities: new Map(
      desk.priorities.flatMap(({ id, label }) => (isUrgency(label) ? [[label, { id, name: label }]] : [])),
    ),
    formId: desk.form?.id ?? '',
  };
}

function isUrgency(label: string): label is Urgency {
  return ['Low', 'Normal', 'High', 'Urgent'].includes(label);
}
