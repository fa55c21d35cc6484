import { env } from 'cloudflare:workers';
import type { TestInvitation } from './invite.ts';
import { newestSignInMail } from './post-office.ts';
import { fieldOf, request } from './request.ts';

/** Presses the button of an invitation. */
export function pressInvitation({ host, path }: TestInvitation, cookie = ''): Promise<Response> {
  return request(host, path, { form: {}, method: 'POST', cookie });
}

/** Follows the newest sign-in mail of the invited address and presses its button. */
export async function followMail({ host, email }: TestInvitation): Promise<Response> {
  const { pathname } = new URL(newestSignInMail(email).link);
  const page = await (await request(host, pathname)).text();
  return request(host, pathname, { form: { attempt: fieldOf(page, 'attempt') } });
}

/** Both, as the invited person does. */
export async function acceptByMail(it: TestInvitation): Promise<Response> {
  const asked = await pressInvitation(it);
  if (asked.status !== 303) throw new Error(`The invitation was not open: ${asked.status}`);
  return followMail(it);
}

export async function rowsOf<T>(query: string, ...values: unknown[]): Promise<T[]> {
  return (
    await env.DB.prepare(query)
      .bind(...values)
      .all<T>()
  ).results;
}

/** Where the contact of an address has a place, oldest first. */
export function placesOf(tenantId: string, email: string) {
  return rowsOf<{ account_id: string; role: string }>(
    `select m.account_id, m.role from contact_addresses a
     join memberships m on m.tenant_id = a.tenant_id and m.contact_id = a.contact_id
     where a.tenant_id = ? and a.email = ? order by m.created_at`,
    tenantId,
    email,
  );
}

/** What the tenant's audit says happened, in order. */
export async function actionsOf(tenantId: string): Promise<string[]> {
  const query = 'select action from audit_entries where tenant_id = ? order by rowid';
  return (await rowsOf<{ action: string }>(query, tenantId)).map(({ action }) => action);
}
