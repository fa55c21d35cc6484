import type { NewTenant } from '../new-tenant.ts';
import type { acmeLogo } from './logos.ts';
import type { DemoPaper } from './paper.ts';
import type { Story } from './story.ts';

interface DemoPerson {
  readonly email: string;
  readonly name: string;
}

interface DemoAccount {
  readonly name: string;
  readonly externalId?: string;
  /** Mail domains, confirmed. */
  readonly domains?: readonly string[];
}

/** A company of the demo: its people by the short names that its stories use. */
export interface Company {
  readonly tenant: Omit<NewTenant, 'owner'>;
  readonly logo: typeof acmeLogo;
  /** Further hosts of its portal, in front of the platform's domain. */
  readonly hosts: readonly string[];
  /** The first is the owner. */
  readonly agents: Readonly<Record<string, DemoPerson & { readonly role: 'owner' | 'admin' | 'agent' }>>;
  readonly accounts: Readonly<Record<string, DemoAccount>>;
  readonly contacts: Readonly<
    Record<
      string,
      DemoPerson & { readonly zone?: string; readonly roles: Readonly<Record<string, 'admin' | 'member'>> }
    >
  >;
  readonly stories: readonly Story[];
  /** None: it has the one form that every company begins with. */
  readonly paper?: DemoPaper;
}
