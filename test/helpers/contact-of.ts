import { addAccount } from '#identity/people/add-account.ts';
import { addContact, type NewContact } from '#identity/people/add-contact.ts';
import { scopeOf, type TestTenant } from './new-tenant.ts';

export interface TestContact {
  readonly kind: 'contact';
  readonly tenant: TestTenant;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** The first of their accounts. */
  readonly accountId: string;
}

interface Wish {
  readonly email?: string;
  readonly name?: string;
  readonly zone?: string;
  /** In their account; `admin` unless told. */
  readonly role?: 'admin' | 'member' | 'none';
  /** An account that is there already; else they get one of their own. */
  readonly accountId?: string;
  /** Further places. */
  readonly also?: NewContact['memberships'];
}

let made = 0;

/** A customer of the tenant, in an account. */
export async function contactOf(tenant: TestTenant, wish: Wish = {}): Promise<TestContact> {
  made += 1;
  const { email = `contact${made}@customer.test`, name = `Contact ${made}`, role = 'admin', also = [], zone } = wish;
  const scope = await scopeOf(tenant);
  const accountId = wish.accountId ?? (await addAccount(scope, `Customer ${made}`));
  const memberships = [{ accountId, role }, ...also];
  const id = await addContact(scope, { email, name, memberships, ...(zone && { zone }) });
  return { kind: 'contact', tenant, id, email, name, accountId };
}

/** A further account of the tenant; gives its id. */
export async function accountOf(tenant: TestTenant, name = 'Another customer'): Promise<string> {
  return addAccount(await scopeOf(tenant), name);
}
