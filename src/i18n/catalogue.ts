import { access } from './en/access.ts';
import { accounts } from './en/accounts.ts';
import { addresses } from './en/addresses.ts';
import { agent } from './en/agent.ts';
import { agents } from './en/agents.ts';
import { ask } from './en/ask.ts';
import { audit } from './en/audit.ts';
import { byLink } from './en/by-link.ts';
import { common } from './en/common.ts';
import { editor } from './en/editor.ts';
import { fieldSettings } from './en/field-settings.ts';
import { fields } from './en/fields.ts';
import { files } from './en/files.ts';
import { formChecking } from './en/form-checking.ts';
import { formConditions } from './en/form-conditions.ts';
import { formSettings } from './en/form-settings.ts';
import { handOff } from './en/hand-off.ts';
import { handOffSettings } from './en/hand-off-settings.ts';
import { invitations } from './en/invitations.ts';
import { list } from './en/list.ts';
import { mail } from './en/mail.ts';
import { members } from './en/members.ts';
import { people } from './en/people.ts';
import { platform } from './en/platform.ts';
import { problems } from './en/problems.ts';
import { request } from './en/request.ts';
import { requests } from './en/requests.ts';
import { search } from './en/search.ts';
import { secondFactor } from './en/second-factor.ts';
import { settings } from './en/settings.ts';
import { signIn } from './en/sign-in.ts';
import { tenants } from './en/tenants.ts';
import { viewAs } from './en/view-as.ts';
import { views } from './en/views.ts';
import { workflow } from './en/workflow.ts';
import { workspaces } from './en/workspaces.ts';
import { you } from './en/you.ts';
import type { CatalogueLike } from './message.ts';

/** English: the type of every other catalogue. */
const en = {
  ...common,
  ...signIn,
  ...handOff,
  ...handOffSettings,
  ...requests,
  ...list,
  ...request,
  ...ask,
  ...settings,
  ...members,
  ...addresses,
  ...problems,
  ...mail,
  ...invitations,
  ...agent,
  ...platform,
  ...secondFactor,
  ...search,
  ...agents,
  ...you,
  ...tenants,
  ...accounts,
  ...access,
  ...viewAs,
  ...views,
  ...byLink,
  ...audit,
  ...workspaces,
  ...people,
  ...fields,
  ...fieldSettings,
  ...formSettings,
  ...formConditions,
  ...formChecking,
  ...files,
  ...editor,
  ...workflow,
} as const;

export type English = typeof en;
export type Key = keyof English;

/** All languages there are. Another one is an entry that `tsc` accepts only when complete. */
export const catalogues = { en } satisfies Record<string, CatalogueLike<English>>;

export type Locale = keyof typeof catalogues;
/** True for a language that there is a catalogue of. */
export const isLocale = (text: string): text is Locale => Object.hasOwn(catalogues, text);

export type Overrides = { readonly [K in Key]?: CatalogueLike<English>[K] };
