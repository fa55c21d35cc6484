import type { BrowserContext } from '@playwright/test';
import { backstage } from './backstage.ts';
import type { Person } from './company.ts';

/** Signs a person in without a page: for journeys that begin behind the door. */
export async function signIn(context: BrowserContext, person: Person): Promise<void> {
  const [name = '', value = ''] = (await backstage('sign-in', person)).split('=');
  await context.addCookies([
    { name, value, url: `https://${person.host}/`, secure: true, httpOnly: true, sameSite: 'Lax' },
  ]);
}
