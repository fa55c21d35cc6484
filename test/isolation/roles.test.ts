import { beforeAll, describe, expect, test } from 'vitest';
import { agentOf, ownerOf } from '../helpers/agent-of.ts';
import { contactOf } from '../helpers/contact-of.ts';
import { agentHost, request } from '../helpers/request.ts';
import { type SignedIn, signIn } from '../helpers/sign-in.ts';
import { ask } from './ask-route.ts';
import { agentCases, type Case, portalCases } from './cases.ts';
import { everything } from './everything.ts';
import { isolationScene, type Places, type Stranger } from './scene.ts';

// Who is inside, in a role that does not decide: Acme's own agent, Acme's own
// member. What is not named here is for those who manage, so a new page is
// refused to the others until somebody says otherwise.

/** What agents may reach who do not manage their tenant. */
const forAgents = [
  /^(GET|POST) \/(sign-in|sign-out|invitations|second-factor|tenants)\b/,
  /^(GET|POST) \/settings\/you\b/,
  /^GET \/(settings)?$/,
  /^(GET|POST) \/tickets\b/,
  /^GET \/accounts(\/:account(\/people\/:contact)?)?$/,
  /^(GET|POST) \/accounts\/:account\/people\/:contact\/view-as$/,
  /^(GET|POST) \/(files|uploads)\b/,
];

/** What contacts may reach who do not manage their account. */
const forMembers = [
  /^(GET|POST) \/(brand|robots\.txt|sign-in|sign-out|invitations|welcome|workspaces|settings|view-as|r)\b/,
  /^GET \/(live)?$/,
  /^POST \/preview$/,
  /^(GET|POST) \/(requests|views|files|uploads)\b/,
];

const refused = (cases: Readonly<Record<string, Case>>, allowed: readonly RegExp[]) =>
  Object.entries(cases).filter(([route]) => !allowed.some((pattern) => pattern.test(route)));

describe.each([
  ['an agent who does not manage the tenant', agentCases, forAgents],
  ['a member of the account', portalCases, forMembers],
] as const)('to %s', (who, cases, allowed) => {
  let places: Places = {};
  let insider: Stranger;
  let manager: Stranger;

  beforeAll(async () => {
    const scene = await isolationScene();
    const { acme, nora } = scene;
    const { accountId } = nora.signedIn.person;
    places = scene.places;
    const isAgent = cases === agentCases;
    const host = isAgent ? agentHost : acme.host;
    const asking = ({ cookie }: SignedIn, manages: boolean): Stranger => ({
      ...{ who, host, cookie, workspace: accountId },
      ...{ known: true, manages },
    });
    const low = isAgent ? await agentOf(acme) : await contactOf(acme, { accountId, role: 'member' });
    insider = asking(await signIn(low), false);
    // The first visit says in the membership that somebody was here.
    await request(host, '/settings', { cookie: insider.cookie });
    manager = asking(await signIn(isAgent ? ownerOf(acme) : await contactOf(acme, { accountId })), true);
  });

  test.each(refused(cases, allowed))('%s is not there', async (route, it) => {
    const before = await everything(['audit_entries']);
    const response = await ask(route, it, insider, places);
    expect(response.status).toBe(404);
    expect((await everything(['audit_entries'])) === before, 'nothing is written').toBe(true);
  });

  // The scene's invitation is to an account, not to the agents.
  const pages = refused(cases, allowed).filter(([route]) => /^GET (?!.*\/agents\/invitations\/:)/.test(route));

  test.each(pages)('%s is there for those who do', async (route, it) => {
    expect((await ask(route, it, manager, places)).status).toBe(200);
  });
});
