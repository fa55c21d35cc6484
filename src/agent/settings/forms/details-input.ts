import type { TenantScope } from '#db/scopes.ts';
import type { FormDetails } from '#forms/builder/form.ts';
import { longestSlug, slugPattern } from '#forms/builder/form-slug.ts';
import { findAccounts } from '#forms/builder/save-details.ts';
import type { Audience } from '#forms/definition.ts';
import { formLimits } from '#forms/definition-shape.ts';
import { cleanLine, cleanText, isLongerThan, lengthOf } from '#lib/text.ts';
import type { Reader } from '#ui/reader.ts';
import { formIcons } from './form-icons.ts';

export const detailNames = [
  'name',
  'slug',
  'description',
  'icon',
  'group',
  'audience',
  'accounts',
  'tiers',
  'roles',
] as const;

export type DetailName = (typeof detailNames)[number];
export type TypedDetails = Readonly<Record<DetailName, string>>;
export type DetailErrors = { readonly [name in DetailName]?: string | undefined };

const longestDescription = 300;
const mostLines = 100;

/** The details as they were typed, or what is wrong with them. */
export async function readDetails(
  scope: TenantScope,
  { t }: Reader,
  typed: TypedDetails,
): Promise<{ readonly details: FormDetails; readonly errors: DetailErrors }> {
  const tooLong = (text: string, max: number) =>
    isLongerThan(text, max) ? t('field.tooLong', { max, length: lengthOf(text) }) : undefined;
  const name = cleanLine(typed.name);
  const slug = cleanLine(typed.slug).toLowerCase();
  const [description, group] = [cleanText(typed.description), cleanLine(typed.group)];
  const icon = formIcons.find((known) => known === typed.icon) ?? '';
  const meant = await readAudience(scope, typed);
  const isSlug = slugPattern.test(slug) && slug.length <= longestSlug;
  return {
    details: { name, slug, description, icon, group, audience: meant.audience },
    errors: {
      name: name === '' ? t('field.missing') : tooLong(name, formLimits.name),
      slug: isSlug ? undefined : t('formSettings.slugFault', { max: longestSlug }),
      description: tooLong(description, longestDescription),
      group: tooLong(group, formLimits.name),
      ...(meant.fault && { [meant.fault.at]: t(meant.fault.says, { names: meant.fault.names }) }),
    },
  };
}

interface Meant {
  readonly audience: Audience;
  readonly fault?: {
    readonly at: DetailName;
    readonly says: 'formSettings.audienceNobody' | 'formSettings.accountsUnclear';
    readonly names: string;
  };
}

async function readAudience(scope: TenantScope, typed: TypedDetails): Promise<Meant> {
  const nobody = (at: DetailName) => ({ at, says: 'formSettings.audienceNobody', names: '' }) as const;
  if (typed.audience === 'accounts') {
    const lines = linesOf(typed.accounts);
    const { ids, unclear } = await findAccounts(scope, lines);
    const audience = { kind: 'accounts', accounts: ids } as const;
    if (unclear.length > 0) {
      return { audience, fault: { at: 'accounts', says: 'formSettings.accountsUnclear', names: unclear.join(', ') } };
    }
    return ids.length === 0 ? { audience, fault: nobody('accounts') } : { audience };
  }
  if (typed.audience === 'tiers') {
    const audience = { kind: 'tiers', tiers: linesOf(typed.tiers) } as const;
    return audience.tiers.length === 0 ? { audience, fault: nobody('tiers') } : { audience };
  }
  if (typed.audience === 'roles') {
    const role = typed.roles === 'member' ? 'member' : 'admin';
    return { audience: { kind: 'roles', roles: [role] } };
  }
  return { audience: { kind: 'all' } };
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map(cleanLine);
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, mostLines);
}
