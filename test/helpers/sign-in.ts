import type { TestAgent } from './agent-of.ts';
import type { TestContact } from './contact-of.ts';
import { newestSignInMail } from './post-office.ts';
import { agentHost, cookiesOf, fieldOf, request } from './request.ts';

export interface SignedIn<P extends TestAgent | TestContact = TestAgent | TestContact> {
  readonly person: P;
  readonly host: string;
  /** The Cookie header of their browser. */
  readonly cookie: string;
}

/**
 * Signs somebody in as they would: asks, opens the link of the mail, presses
 * the button. Contacts come in by their tenant's default host unless told.
 */
export async function signIn<P extends TestAgent | TestContact>(person: P, host?: string): Promise<SignedIn<P>> {
  const at = host ?? (person.kind === 'agent' ? agentHost : person.tenant.host);
  await request(at, '/sign-in', { form: { email: person.email } });
  const { pathname } = new URL(newestSignInMail(person.email).link);
  const page = await (await request(at, pathname)).text();
  const answer = await request(at, pathname, { form: { attempt: fieldOf(page, 'attempt') } });
  const cookie = cookiesOf(answer);
  if (!cookie.includes('__Host-session=')) throw new Error(`${person.email} was not signed in: ${answer.status}`);
  return { person, host: at, cookie };
}
