import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import { auditGroups } from './actions.ts';
import type { AuditEntry } from './entry.ts';
import { factsOf } from './facts.ts';
import { plainSentence } from './sentence.ts';

const english = translator('en');

function entryOf(change: Partial<AuditEntry>): AuditEntry {
  return {
    id: 'aud_1',
    at: 0,
    action: 'session.opened',
    actor: { kind: 'agent', id: 'agt_1', name: 'Olivia' },
    account: { id: 'acc_1', name: 'Northwind' },
    subject: { id: 'con_1', name: 'Nils' },
    detail: {},
    client: '',
    place: '',
    device: '',
    ...change,
  };
}

const olivia = { kind: 'contact', id: 'con_1', name: 'Nils' } as const;

test.each([
  [{ action: 'membership.changed', detail: { from: 'member', to: 'admin' } }, 'Olivia made Nils an admin of Northwind'],
  [
    { action: 'membership.changed', detail: { from: 'admin', to: 'none' } },
    'Olivia took away the access of Nils to Northwind',
  ],
  [{ action: 'membership.added', detail: { role: 'member' } }, 'Olivia gave Nils access to Northwind as a member'],
  [{ action: 'membership.removed', actor: olivia }, 'Nils left Northwind'],
  [{ action: 'sessions.ended', actor: olivia }, 'Nils signed out everywhere'],
  [{ action: 'contact.added', actor: olivia }, 'Nils came in for the first time'],
  [{ action: 'session.ended', subject: null }, 'Olivia ended a session of their own'],
  [{ action: 'session.refused', actor: { kind: 'unknown', id: null, name: null } }, 'Somebody was refused at sign-in'],
  [{ action: 'invitation.sent' }, 'Olivia invited Nils to Northwind'],
  [{ action: 'invitation.sent', account: null }, 'Olivia invited Nils to the team'],
  [{ action: 'contact.changed', subject: { id: 'con_9', name: null } }, 'Olivia changed the details of somebody'],
  [{ action: 'account.changed', actor: { kind: 'system', id: null, name: null } }, 'The system changed Northwind'],
] as const)('%j reads: %s', (change, words) => {
  expect(plainSentence(english, entryOf(change))).toBe(words);
});

test.each(Object.values(auditGroups).flat())('%s has a sentence, with names or without', (action) => {
  const nobody = { actor: { kind: 'unknown', id: null, name: null }, account: null, subject: null } as const;
  for (const entry of [entryOf({ action }), entryOf({ action, ...nobody })]) {
    expect(plainSentence(english, entry)).toMatch(/^[A-Z][^{}]{8,}$/);
  }
});

test('the tenant reads all facts, a customer those of their account', () => {
  const detail = {
    from: 'member',
    to: 'admin',
    door: 'link',
    reason: 'used',
    kid: 'k1',
    membersSeeAll: true,
    name: true,
  };
  expect(factsOf(english, entryOf({ detail }), 'tenant')).toEqual([
    'member → admin',
    'By sign-in link',
    'Reason: used',
    'kid: k1',
    'Members see all requests of the workspace',
    'name',
  ]);
  expect(factsOf(english, entryOf({ detail }), 'account')).toEqual([
    'member → admin',
    'By sign-in link',
    'Members see all requests of the workspace',
  ]);
});

test('ids stay whole, and what a reader has no use for is left out', () => {
  const detail = { kid: 'key_b1ea1', reason: 'not_a_member', atOnce: false, door: 'session', request: 'acr_1' };
  expect(factsOf(english, entryOf({ detail }), 'tenant')).toEqual([
    'kid: key_b1ea1',
    'Reason: not a member',
    'at once: false',
  ]);
});
