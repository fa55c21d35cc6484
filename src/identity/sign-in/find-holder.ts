import { run } from '#db/run.ts';
import type { TenantScope } from '#db/scopes.ts';
import type { Tenant } from '#lib/tenant.ts';
import { listSeats } from '../seats/list-seats.ts';
import type { Joins } from './challenge-queries.ts';
import { askedInvitation, invitedAgent, invitedContact, newcomer } from './holder-queries.ts';
import { activeAgent, contactOfAddress } from './person-queries.ts';
import type { AgentRealm, PortalRealm } from './realm.ts';
import type { SignInMessage } from './sign-in-message.ts';

/** Who gets the mail of an ask. */
export interface Holder {
  /** Null for somebody whom only the use of the challenge makes a contact or agent. */
  readonly id: string | null;
  readonly email: string;
  readonly locale: string;
  readonly tenant: Tenant;
  readonly joins: Joins | null;
}

type Asked = Pick<SignInMessage, 'address' | 'invitation'>;

/**
 * Who may be mailed at this address of a portal: somebody invited who pressed the
 * button (within an hour: who asks for a new mail means the same thing), a
 * contact with a place to enter, somebody invited who has none, a newcomer of a
 * confirmed domain. `addressed`: the address' keyed hash.
 */
export async function findContact(
  { scope }: PortalRealm,
  { address, invitation }: Asked,
  addressed: string,
): Promise<Holder | null> {
  const pressed = invitation?.tenantId === scope.tenant.id ? invitation.id : null;
  const { invited, contact, comer } = await run(scope.db, {
    invited: invitedContact(scope, { address, addressed, pressed }),
    contact: contactOfAddress(scope, address),
    comer: newcomer(scope, address),
  });
  const { tenant } = scope;
  const found = invited ?? (contact ? { ...contact, joins: null } : comer);
  return found && { ...found, locale: found.locale ?? tenant.locale, tenant };
}

/** The same for agents: at the tenant that invited them, or where they have a seat. */
export async function findAgent(
  { scope }: AgentRealm,
  { address, invitation }: Asked,
  addressed: string,
  openTenant: (tenantId: string) => Promise<TenantScope | null>,
): Promise<Holder | null> {
  const { earlier } = await run(scope.db, { earlier: askedInvitation(scope, addressed) });
  const pressed = invitation ?? earlier;
  const invited = pressed && (await atInviting(address, pressed, openTenant));
  if (invited) return invited;
  // The one last used comes first; the others count where that person may no longer enter.
  for (const seat of await listSeats(scope, address)) {
    const own = await openTenant(seat.tenantId);
    const { agent } = own ? await run(own.db, { agent: activeAgent(own, seat.agentId) }) : { agent: null };
    if (own && agent) return { ...agent, locale: own.tenant.locale, tenant: own.tenant, joins: null };
  }
  return null;
}

async function atInviting(
  email: string,
  { tenantId, id }: NonNullable<Asked['invitation']>,
  openTenant: (tenantId: string) => Promise<TenantScope | null>,
): Promise<Holder | null> {
  const own = await openTenant(tenantId);
  const { isOpen } = own ? await run(own.db, { isOpen: invitedAgent(own, id, email) }) : { isOpen: false };
  if (!own || !isOpen) return null;
  const joins = { email, invitationId: id, accountId: null };
  return { id: null, email, locale: own.tenant.locale, tenant: own.tenant, joins };
}
