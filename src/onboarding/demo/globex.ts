import type { Company } from './company.ts';
import { globexOlder } from './globex-older.ts';
import { globexToday } from './globex-today.ts';
import { globexLogo } from './logos.ts';

/** Makes rosters and payroll for hotels. */
export const globex: Company = {
  tenant: {
    slug: 'globex',
    name: 'Globex',
    zone: 'Europe/London',
    accent: '#6d28d9',
    welcome: 'Rosters, pay runs, holidays: tell us what is in your way.',
    footerLinks: [
      { label: 'Globex', url: 'https://globex.test/' },
      { label: 'Pay calendar', url: 'https://globex.test/calendar' },
    ],
  },
  logo: globexLogo,
  hosts: [],
  agents: { grace: { name: 'Grace Obi', email: 'owner@globex.test', role: 'owner' } },
  accounts: {
    hooli: { name: 'Hooli', externalId: 'hooli', domains: ['hooli.test'] },
    northwind: { name: 'Northwind', externalId: 'northwind', domains: ['northwind.test'] },
  },
  contacts: {
    hal: { name: 'Hal Whitman', email: 'hal@hooli.test', roles: { hooli: 'admin' } },
    nora: { name: 'Nora Lindqvist', email: 'nora@northwind.test', roles: { northwind: 'admin' } },
  },
  stories: [...globexToday, ...globexOlder],
};
