/** Everything that is recorded, in the groups that the audit page filters by. */
export const auditGroups = {
  signIn: [
    'session.opened',
    'workspace.entered',
    'session.refused',
    'session.ended',
    'sessions.ended',
    'second_factor.added',
    'second_factor.removed',
    'second_factor.passed',
    'second_factor.failed',
    'recovery_codes.made',
  ],
  people: [
    'account.added',
    'account.changed',
    'contact.added',
    'contact.changed',
    'address.added',
    'address.removed',
    'membership.added',
    'membership.changed',
    'membership.removed',
    'domain.added',
    'domain.confirmed',
    'domain.removed',
    'access.requested',
    'access.granted',
    'access.refused',
    'ticket_links.revoked',
  ],
  invitations: ['invitation.sent', 'invitation.resent', 'invitation.withdrawn', 'invitation.accepted'],
  agents: ['agent.added', 'agent.changed', 'agent.disabled', 'agent.enabled'],
  handOff: ['handoff_key.added', 'handoff_key.revoked'],
  viewAs: ['view_as.started', 'view_as.ended'],
  forms: ['form.added', 'form.changed', 'form.published', 'form.retired', 'form.restored'],
  settings: ['settings.changed', 'field.added', 'field.changed', 'field.retired', 'field.restored', 'field.deleted'],
  workflow: [
    'status.added',
    'status.changed',
    'status.retired',
    'status.restored',
    'priority.added',
    'priority.changed',
    'priority.retired',
    'priority.restored',
    'team.added',
    'team.changed',
    'team.retired',
    'team.restored',
  ],
  exports: ['export.made'],
} as const;

export type AuditGroup = keyof typeof auditGroups;
export type AuditAction = (typeof auditGroups)[AuditGroup][number];

/** The group that an action belongs to. */
export function groupOf(action: AuditAction): AuditGroup {
  const names = Object.keys(auditGroups).filter(isAuditGroup);
  return names.find((name) => (auditGroups[name] as readonly string[]).includes(action)) ?? 'settings';
}

export function isAuditGroup(name: string): name is AuditGroup {
  return Object.hasOwn(auditGroups, name);
}
