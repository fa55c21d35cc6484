import type { TenantScope } from '#db/scopes.ts';
import type { AppContext } from '#http/context.ts';
import type { SignInFace } from '#http/sign-in/sign-in-face.ts';
import type { OpenedInvitation } from '#identity/invitations/invitation.ts';
import type { Tenant } from '#lib/tenant.ts';

/** An invitation, the tenant that it is of, and who is looking. */
export interface FoundInvitation {
  readonly scope: TenantScope;
  readonly invitation: OpenedInvitation;
  /** `own`: a live session of the person whose the invited address is. Another's address: somebody else's. */
  readonly session: 'own' | { readonly email: string } | null;
}

/** What tells contacts' invitations from agents'. */
export interface InvitationFace {
  readonly signIn: Pick<SignInFace, 'realm' | 'look'>;
  /** The invitation of a link's token; null where there is none. Changes nothing. */
  readonly find: (c: AppContext, token: string) => Promise<FoundInvitation | null>;
  /** Where whoever has accepted begins. */
  readonly home: (tenant: Tenant) => string;
  /** Joins at once where a session allows it, or mends what broke off; null: the address must be proven first. */
  readonly press: (c: AppContext, found: FoundInvitation) => Promise<Response | null>;
}
