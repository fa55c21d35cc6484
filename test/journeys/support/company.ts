import { randomBytes } from 'node:crypto';
import type { Company } from '#onboarding/demo/company.ts';
import type { DemoPaper } from '#onboarding/demo/paper.ts';
import type { Story } from '#onboarding/demo/story.ts';
import { backstage } from './backstage.ts';
import { agentHost } from './places.ts';

/** Somebody who can sign in, and where. */
export interface Person {
  readonly host: string;
  readonly email: string;
  readonly name: string;
}

const contacts = ['nora', 'nils', 'ines', 'marta', 'newcomer'] as const;
const agents = ['olivia', 'amir'] as const;

export interface TestCompany extends Record<(typeof contacts)[number] | (typeof agents)[number], Person> {
  readonly slug: string;
  readonly host: string;
  readonly name: string;
}

/**
 * A company of a journey's own, so that journeys never meet. Nora is admin and
 * Nils member of Northwind, Ines is admin of Initech, Marta is a member of both,
 * the newcomer (Northwind) has not said a name yet. Olivia owns the desk and
 * gets mail about what nobody has taken; Amir answers with her.
 */
export async function newCompany(stories: readonly Story[] = [], paper?: DemoPaper): Promise<TestCompany> {
  const slug = `j${randomBytes(5).toString('hex')}`;
  const company = { ...companyOf(slug, stories), ...(paper && { paper: { ...paper, answers: {} } }) };
  await backstage('company', company);
  const host = `${slug}.localhost`;
  const guest = (who: keyof typeof company.contacts): Person => ({ host, ...company.contacts[who] });
  const agent = (who: keyof typeof company.agents): Person => ({ host: agentHost, ...company.agents[who] });
  return {
    slug,
    host,
    name: company.tenant.name,
    nora: guest('nora'),
    nils: guest('nils'),
    ines: guest('ines'),
    marta: guest('marta'),
    newcomer: guest('newcomer'),
    olivia: agent('olivia'),
    amir: agent('amir'),
  };
}

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="32"><rect width="80" height="32" rx="6"/></svg>';

function companyOf(slug: string, stories: readonly Story[]) {
  const email = (name: string) => `${name}@${slug}.test`;
  return {
    tenant: { slug, name: 'Umbrella', zone: 'Europe/Berlin', accent: '#9d174d', welcome: 'Ask us anything.' },
    logo: { light: mark, dark: mark, width: 80, height: 32 },
    hosts: [],
    agents: {
      olivia: { name: 'Olivia Brandt', email: email('olivia'), role: 'owner' },
      amir: { name: 'Amir Haddad', email: email('amir'), role: 'agent' },
    },
    accounts: { northwind: { name: 'Northwind' }, initech: { name: 'Initech' } },
    contacts: {
      nora: { name: 'Nora Lindqvist', email: email('nora'), roles: { northwind: 'admin' } },
      nils: { name: 'Nils Berger', email: email('nils'), roles: { northwind: 'member' } },
      ines: { name: 'Ines Moreau', email: email('ines'), roles: { initech: 'admin' } },
      marta: { name: 'Marta Costa', email: email('marta'), roles: { northwind: 'member', initech: 'member' } },
      newcomer: { name: '', email: email('newcomer'), roles: { northwind: 'member' } },
    },
    stories,
  } satisfies Company;
}
