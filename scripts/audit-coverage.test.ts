import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { auditGroups } from '../src/audit/actions.ts';
import { recordedActions, unrecordedWrites, unusedActions } from './audit-coverage.ts';

const paths = globSync('src/**/*.{ts,tsx}').filter((path) => !/\.test\.tsx?$/.test(path));
const files = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')] as const));
const actions = Object.values(auditGroups).flat();

/** Every operation that changes who may enter, see or do what, and what the audit says of it. In src/identity/ unless told. */
const recorded: Readonly<Record<string, readonly string[]>> = {
  'src/http/audit-list/send-export.ts': ['export.made'],
  'src/portal/requests/export-list.ts': ['export.made'],
  'src/forms/builder/change-draft.ts': ['form.changed'],
  'src/forms/builder/change-tests.ts': ['form.changed'],
  'src/forms/builder/create-form.ts': ['form.added'],
  'src/forms/builder/place-form.ts': ['form.changed', 'form.restored', 'form.retired'],
  'src/forms/builder/publish-form.ts': ['form.published'],
  'src/forms/builder/save-details.ts': ['form.changed'],
  'src/tickets/workflow/add-item.ts': ['priority.added', 'status.added', 'team.added'],
  'src/tickets/workflow/change-item.ts': [
    'priority.changed',
    'priority.restored',
    'priority.retired',
    'status.changed',
    'status.restored',
    'status.retired',
    'team.changed',
    'team.restored',
    'team.retired',
  ],
  'src/forms/fields/change-field.ts': ['field.changed', 'field.deleted', 'field.restored', 'field.retired'],
  'src/forms/fields/create-field.ts': ['field.added'],
  'accounts/add-person.ts': ['contact.added', 'membership.added'],
  'accounts/change-account.ts': ['account.changed'],
  'accounts/correct-person.ts': ['address.added', 'address.removed', 'contact.changed', 'sessions.ended'],
  'accounts/create-account.ts': ['account.added'],
  'accounts/add-domain.ts': ['domain.added'],
  'accounts/confirm-domain.ts': ['domain.confirmed'],
  'accounts/remove-domain.ts': ['domain.removed'],
  'accounts/end-person-sessions.ts': ['sessions.ended'],
  'accounts/set-person-state.ts': ['contact.changed'],
  'addresses/make-main-address.ts': ['contact.changed'],
  'addresses/prove-address.ts': ['address.added'],
  'addresses/remove-address.ts': ['address.removed'],
  'agents/change-agent.ts': ['agent.changed', 'agent.disabled', 'agent.enabled', 'sessions.ended'],
  'workspaces/choose-workspace.ts': ['workspace.entered'],
  'hand-off/add-key.ts': ['handoff_key.added'],
  'hand-off/record-refusal.ts': ['session.refused'],
  'hand-off/revoke-key.ts': ['handoff_key.revoked'],
  'hand-off/save-hand-off-settings.ts': ['settings.changed'],
  'hand-off/write-arrival.ts': ['account.added', 'contact.added', 'membership.added', 'membership.changed'],
  'invitations/accept-invitation.ts': ['invitation.accepted', 'membership.added', 'membership.changed'],
  'invitations/invite.ts': ['invitation.sent'],
  'invitations/resend-invitation.ts': ['invitation.resent'],
  'invitations/withdraw-invitation.ts': ['invitation.withdrawn'],
  'joining/join-agents.ts': ['agent.added', 'invitation.accepted'],
  'joining/join.ts': ['contact.added', 'invitation.accepted', 'membership.added', 'membership.changed'],
  'joining/request-access.ts': ['access.requested'],
  'members/add-member.ts': ['membership.added'],
  'members/change-role.ts': ['membership.changed'],
  'members/decide-access.ts': ['access.granted', 'access.refused', 'contact.added', 'membership.added'],
  'members/lost-with-place.ts': ['invitation.withdrawn'],
  'members/remove-member.ts': ['membership.removed'],
  'refusals/record-refusal.ts': ['session.refused'],
  'seats/switch-tenant.ts': ['session.opened'],
  'second-factor/factor-changed.ts': ['second_factor.added', 'second_factor.removed'],
  'second-factor/make-recovery-codes.ts': ['recovery_codes.made'],
  'second-factor/passed.ts': ['second_factor.failed', 'second_factor.passed'],
  'sessions/end-everywhere.ts': ['sessions.ended'],
  'sessions/end-one-session.ts': ['session.ended'],
  'sessions/end-sign-in.ts': ['session.ended'],
  'settings/access-settings.ts': ['settings.changed'],
  'sessions/sign-contact-out.ts': ['session.ended', 'sessions.ended'],
  'src/tickets/settings/save-request-settings.ts': ['settings.changed'],
  'people/new-person.ts': ['contact.added'],
  'ticket-links/revoke-ticket-links.ts': ['ticket_links.revoked'],
  'sign-in/use-challenge.ts': ['session.opened'],
};

/** What writes the same tables and says nothing, and why. In src/identity/ unless told. */
const silent: Readonly<Record<string, string>> = {
  'agents/save-agent-profile.ts': 'their own name and zone',
  'people/save-profile.ts': 'their own name and zone',
  'people/say-name.ts': 'their own name',
  'sessions/touch-session.ts': 'when somebody was last here',
  'sessions/end-session.ts':
    'a session that gives way to a new one in the same browser, which is recorded; an agent’s own sign-out',
  'people/add-account.ts': 'for a tenant’s beginning and tests; pages use accounts/create-account.ts',
  'people/add-agent.ts': 'for a tenant’s beginning and tests; pages use invitations',
  'people/add-contact.ts': 'for a tenant’s beginning and tests; pages use accounts/add-person.ts',
  'second-factor/add-passkey.ts': 'by second-factor/factor-changed.ts',
  'second-factor/remove-factor.ts': 'by second-factor/factor-changed.ts',
  'second-factor/set-up-totp.ts': 'by second-factor/factor-changed.ts',
  'second-factor/give-code.ts': 'by second-factor/passed.ts',
  'second-factor/give-passkey.ts': 'by second-factor/passed.ts',
  'second-factor/owe-factor.ts': 'part of a session’s opening',
  'sessions/shorten-agent-sessions.ts': 'part of settings/access-settings.ts',
  'src/mail/courier.ts': 'the link that a mail carries, to whom may see the request anyway',
  'src/onboarding/create-tenant.ts': 'a tenant’s beginning, before there is anybody to read of it',
  'src/onboarding/seed-demo.ts': 'the demo',
  'src/onboarding/demo/write-paper.ts': 'the demo',
  'src/onboarding/demo/write-stories.ts': 'the demo',
};

const full = <T>(table: Readonly<Record<string, T>>) =>
  Object.fromEntries(
    Object.entries(table)
      .map(([path, value]) => [path.startsWith('src/') ? path : `src/identity/${path}`, value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

test('every operation that changes access is recorded, or is known to need no entry', () => {
  assert.deepEqual(unrecordedWrites(files), Object.keys(full(silent)));
});

test('each operation records what the list says', () => {
  assert.deepEqual(recordedActions(files, actions), full(recorded));
});

test('every action of the audit is recorded by something', () => {
  assert.deepEqual(unusedActions(files, actions), []);
});

test('an operation that forgets its entry is found', () => {
  const house = new Map([
    ['src/a/b-queries.ts', 'export function drop(scope) {\n  return raw(sql`delete from memberships`);\n}\n'],
    ['src/a/loud.ts', "import { drop } from './b-queries.ts';\naudited(scope, {})"],
    ['src/a/quiet.ts', "import { drop } from './b-queries.ts';\nrun(drop(scope));"],
  ]);
  assert.deepEqual(unrecordedWrites(house), ['src/a/quiet.ts']);
});
