import { acmeArchive } from './acme-archive.ts';
import { acmeGerman } from './acme-german.ts';
import { acmeMonths } from './acme-months.ts';
import { acmeOffice } from './acme-office.ts';
import { acmePaper } from './acme-paper.ts';
import { acmeToday } from './acme-today.ts';
import { acmeWeeks } from './acme-weeks.ts';
import { acmeYesterday } from './acme-yesterday.ts';
import type { Company } from './company.ts';
import { acmeLogo } from './logos.ts';

/** Makes robots that carry crates, and sensors for the shelves that they come from. */
export const acme: Company = {
  tenant: {
    slug: 'acme',
    name: 'Acme',
    zone: 'Europe/Berlin',
    accent: '#0f766e',
    welcome:
      'Robots, docks, sensors, Fleet: ask us anything. A person answers on every working day, most often within the hour.',
    footerLinks: [
      { label: 'acme.test', url: 'https://acme.test/' },
      { label: 'Fleet status', url: 'https://status.acme.test/' },
      { label: 'Privacy', url: 'https://acme.test/privacy' },
    ],
  },
  logo: acmeLogo,
  hosts: ['help.acme'],
  agents: {
    olivia: { name: 'Olivia Brandt', email: 'owner@acme.test', role: 'owner' },
    amir: { name: 'Amir Haddad', email: 'amir@acme.test', role: 'agent' },
  },
  accounts: {
    northwind: { name: 'Northwind', externalId: 'cus-1041', domains: ['northwind.test'] },
    initech: { name: 'Initech', externalId: 'cus-1057', domains: ['initech.test'] },
  },
  contacts: {
    nora: {
      name: 'Nora Lindqvist',
      email: 'nora@northwind.test',
      zone: 'Europe/Stockholm',
      roles: { northwind: 'admin' },
    },
    nils: { name: 'Nils Berger', email: 'nils@northwind.test', roles: { northwind: 'member' } },
    ines: { name: 'Ines Moreau', email: 'ines@initech.test', zone: 'Europe/Paris', roles: { initech: 'admin' } },
    marta: { name: 'Marta Costa', email: 'marta@consult.test', roles: { northwind: 'member', initech: 'member' } },
  },
  stories: [...acmeToday, ...acmeYesterday, ...acmeWeeks, ...acmeGerman, ...acmeMonths, ...acmeOffice, ...acmeArchive],
  paper: acmePaper,
};
