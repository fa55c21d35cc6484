import type { TenantScope } from '#db/scopes.ts';
import type { Statement } from '#db/statement.ts';
import { sha256 } from '#lib/secrets.ts';
import { openArrival } from './arrival-queries.ts';

export interface WaitingArrival {
  readonly contactId: string;
  /** Empty until the person has said it. */
  readonly name: string;
  readonly email: string;
  readonly returnTo: string;
}

/** The hand-off that waits for the browser with this cookie; null when there is none, or its minute is over. */
export async function waitingArrival(
  scope: TenantScope,
  secret: string,
  host: string,
): Promise<Statement<WaitingArrival | null>> {
  return openArrival(scope, await sha256(secret), host);
}
