import type { Key } from '#i18n/catalogue.ts';
import type { Translator } from '#i18n/translator.ts';
import type { AuditEntry, AuditName } from './entry.ts';

/** Words, or the name of somebody or something with its id. */
export type Piece = string | { readonly name: string; readonly id: string | null };

/** What happened, in a sentence: *Olivia made Nils an admin of Northwind*. */
export function sentenceOf({ t, rich }: Translator, entry: AuditEntry): readonly Piece[] {
  const { actor, subject, account } = entry;
  const unknown = t(actor.kind === 'system' ? 'audit.actor.system' : 'audit.actor.unknown');
  return rich(keyOf(entry), {
    actor: actor.name === null ? unknown : { name: actor.name, id: actor.id },
    subject: nameOr(subject, t('audit.subject.unknown')),
    account: nameOr(account, t('audit.account.unknown')),
    role: t(roleOf(entry)),
  });
}

/** The same as plain text. */
export function plainSentence(translator: Translator, entry: AuditEntry): string {
  return sentenceOf(translator, entry)
    .map((piece) => (typeof piece === 'string' ? piece : piece.name))
    .join('');
}

function nameOr(named: AuditName | null, unknown: string): Piece {
  return named === null || named.name === null ? unknown : { name: named.name, id: named.id };
}

/** Sentences that read otherwise when somebody does it to themself, or when it is about the agents. */
const own = {
  'session.ended': 'audit.own.session.ended',
  'sessions.ended': 'audit.own.sessions.ended',
  'second_factor.removed': 'audit.own.second_factor.removed',
  'contact.added': 'audit.own.contact.added',
  'contact.changed': 'audit.own.contact.changed',
  'address.added': 'audit.own.address.added',
  'address.removed': 'audit.own.address.removed',
  'membership.added': 'audit.own.membership.added',
  'membership.removed': 'audit.own.membership.removed',
  'agent.added': 'audit.own.agent.added',
} as const satisfies Partial<Record<AuditEntry['action'], Key>>;

const team = {
  'invitation.sent': 'audit.team.invitation.sent',
  'invitation.resent': 'audit.team.invitation.resent',
  'invitation.withdrawn': 'audit.team.invitation.withdrawn',
  'invitation.accepted': 'audit.team.invitation.accepted',
} as const satisfies Partial<Record<AuditEntry['action'], Key>>;

function keyOf({ action, actor, subject, account, detail }: AuditEntry) {
  const isOwn = subject === null || subject.id === actor.id;
  if (isOwn && hasKey(own, action)) return own[action];
  if (account === null && hasKey(team, action)) return team[action];
  if (action === 'membership.changed' && detail['to'] === 'none') return 'audit.lost.membership.changed' as const;
  // An action without a sentence does not compile here.
  return `audit.says.${action}` as const;
}

function hasKey<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(table, key);
}

function roleOf({ detail }: AuditEntry) {
  const role = detail['to'] ?? detail['role'];
  return role === 'admin' || role === 'member' ? (`audit.role.${role}` as const) : 'audit.role.unknown';
}
