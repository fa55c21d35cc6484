import type { Translator } from '#i18n/translator.ts';
import type { AuditEntry } from './entry.ts';

/** Whose page it is: a customer reads of their account what concerns them, the tenant all. */
export type Audience = 'tenant' | 'account';

type Value = string | number | boolean | null;

/** What the sentence leaves out, in a few words each. */
export function factsOf(translator: Translator, entry: AuditEntry, audience: Audience): readonly string[] {
  const { t } = translator;
  // Which request was granted says the sentence beside it; a session is how everybody does things.
  const { from, to, role, request: _, ...others } = entry.detail;
  const say = (value: Value) => wordsOf(translator, value);
  const change =
    from !== undefined && to !== undefined ? [t('audit.fact.change', { from: say(from), to: say(to) })] : [];
  // Sentences about a membership say the role themselves.
  const isSaid = role === undefined || entry.action.startsWith('membership.');
  const roles = isSaid ? [] : [t('audit.fact.role', { value: say(role) })];
  return [
    ...change,
    ...roles,
    ...Object.entries(others).flatMap(([name, value]) => otherFact(translator, name, value, audience)),
  ];
}

function otherFact(translator: Translator, name: string, value: Value, audience: Audience): string[] {
  const { t } = translator;
  if (name === 'door' && value === 'session') return [];
  if (name === 'membersSeeAll') return [t(value ? 'audit.fact.seesAll' : 'audit.fact.seesOwn')];
  const said = wordsOf(translator, value);
  if (name === 'door' || name === 'domain') return [t(`audit.fact.${name}`, { value: said })];
  if (audience === 'account') return [];
  if (name === 'reason' || name === 'what' || name === 'host') return [t(`audit.fact.${name}`, { value: said })];
  return [value === true ? spaced(name) : t('audit.fact.other', { name: spaced(name), value: said })];
}

const worded = [
  'link',
  'code',
  'hand_off',
  'switch',
  'invitation',
  'admin',
  'member',
  'none',
  'owner',
  'agent',
] as const;

/** A value's own words where the catalogue has some, else the value. */
function wordsOf({ t }: Translator, value: Value): string {
  const known = worded.find((word) => word === value);
  return known ? t(`audit.value.${known}`) : spaced(String(value));
}

/** `not_a_member` and `remoteSignIn` as words; ids, which have digits, stay as they are. */
function spaced(name: string): string {
  if (!/^[a-z]+([_A-Z][a-z]+)*$/.test(name)) return name;
  return name.replace(/_|(?=[A-Z])/g, ' ').toLowerCase();
}
